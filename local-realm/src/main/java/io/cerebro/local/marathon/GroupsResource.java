package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.marathon.AppView.Embed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /v2/groups}: the apps as a tree. To be looked at only; groups come and go with their apps. */
final class GroupsResource implements Resource {
    private final Core core;
    private final AppView view;

    GroupsResource(Core core) {
        this.core = core;
        this.view = new AppView(core);
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals("GET")) {
            throw METHOD_NOT_ALLOWED;
        }
        List<String> rest = call.segments(2);
        boolean versions = !rest.isEmpty() && rest.get(rest.size() - 1).equals("versions");
        String name = "/" + String.join("/", versions ? rest.subList(0, rest.size() - 1) : rest);
        List<String> embed = call.parameters("embed");
        return core.turns.look(() -> {
            if (!name.equals("/") && below(name).isEmpty()) {
                throw Refusal.notFound("Group '" + name + "' does not exist");
            }
            return versions ? Reply.ok(versions(name)) : Reply.ok(group(name, embed));
        });
    }

    private List<Spec> below(String group) {
        String prefix = group.equals("/") ? "/" : group + "/";
        return core.books.apps().all().values().stream()
                .filter(spec -> spec.id().path().startsWith(prefix))
                .toList();
    }

    private ObjectNode group(String name, List<String> embed) {
        Set<Embed> around = Embed.parse(embed);
        String prefix = name.equals("/") ? "/" : name + "/";
        ObjectNode group = Json.object().put("id", name);
        ArrayNode apps = group.putArray("apps");
        group.putArray("pods");
        ArrayNode groups = group.putArray("groups");
        Set<String> children = new TreeSet<>();
        for (Spec spec : below(name)) {
            String rest = spec.id().path().substring(prefix.length());
            if (rest.contains("/")) {
                children.add(prefix + rest.substring(0, rest.indexOf('/')));
            } else if (shown(embed, "group.apps")) {
                apps.add(view.show(spec, around));
            }
        }
        if (shown(embed, "group.groups")) {
            children.forEach(child -> groups.add(group(child, embed)));
        }
        group.putArray("dependencies");
        group.put("version", Timestamps.text(core.books.apps().version()));
        return name.equals("/") ? group : group.put("enforceRole", false);
    }

    private static boolean shown(List<String> embed, String part) {
        return embed.isEmpty() || embed.contains(part);
    }

    private ArrayNode versions(String name) {
        Collection<String> versions = new TreeSet<>();
        for (Spec spec : below(name)) {
            core.books.apps().versions(spec.id()).forEach(one -> versions.add(Timestamps.text(one.version())));
        }
        return Json.texts(versions);
    }
}
