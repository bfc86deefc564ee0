package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.marathon.AppView.Embed;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code /v2/apps/{id}}, its versions and its restart; its tasks go on to {@link AppTasksResource}. */
final class AppResource implements Resource {
    private final Core core;
    private final AppView view;
    private final AppTasksResource tasks;

    AppResource(Core core) {
        this.core = core;
        this.view = new AppView(core);
        this.tasks = new AppTasksResource(core);
    }

    static Requests.Asking asking(Call call) {
        return new Requests.Asking(
                call.clientIp(),
                Ids.canonical(call.path()),
                call.flag("force", false),
                call.method().equals("PATCH") || call.flag("partialUpdate", true));
    }

    @Override
    public Reply answer(Call call) {
        List<String> path = call.segments(2);
        int size = path.size();
        if (size > 1 && path.get(size - 1).equals("versions")) {
            return get(call, () -> versions(name(path, 1)));
        }
        if (size > 2 && path.get(size - 2).equals("versions")) {
            return get(call, () -> version(name(path, 2), path.get(size - 1)));
        }
        if (size > 1 && path.get(size - 1).equals("restart")) {
            return restart(call, name(path, 1));
        }
        if (size > 1 && path.get(size - 1).equals("tasks")) {
            return tasks.ofApp(call, name(path, 1));
        }
        if (size > 2 && path.get(size - 2).equals("tasks")) {
            return tasks.one(call, name(path, 2), path.get(size - 1));
        }
        if (size > 0 && path.get(size - 1).equals("*")) {
            return get(call, () -> below(name(path, 1)));
        }
        return app(call, name(path, 0));
    }

    private static String name(List<String> path, int without) {
        return "/" + String.join("/", path.subList(0, path.size() - without));
    }

    /** Empty for what cannot be an app's id at all, too. */
    static Optional<AppId> id(String name) {
        return Syntax.ID.matcher(name).matches() && !name.equals("/") ? Optional.of(AppId.of(name)) : Optional.empty();
    }

    private Reply get(Call call, Supplier<Reply> answer) {
        if (!call.method().equals("GET")) {
            throw METHOD_NOT_ALLOWED;
        }
        return core.turns.look(answer);
    }

    private Reply app(Call call, String name) {
        return switch (call.method()) {
            case "GET" -> core.turns.look(() -> show(name, call.parameters("embed")));
            case "PUT", "PATCH" -> update(call, name);
            case "DELETE" -> delete(call, name);
            case "OPTIONS" -> Reply.options("HEAD,DELETE,GET,OPTIONS,PUT,PATCH");
            default -> throw METHOD_NOT_ALLOWED;
        };
    }

    Spec existing(String name) {
        return id(name).flatMap(core.books.apps()::find)
                .orElseThrow(() -> Refusal.notFound("App '" + name + "' does not exist"));
    }

    private Reply show(String name, List<String> more) {
        Set<Embed> embed = EnumSet.of(Embed.COUNTS, Embed.TASKS, Embed.LAST_TASK_FAILURE, Embed.DEPLOYMENTS);
        embed.addAll(Embed.parse(more));
        ObjectNode body = Json.object();
        body.set("app", view.show(existing(name), embed));
        return Reply.ok(body);
    }

    private Reply update(Call call, String name) {
        JsonNode body = call.json();
        Requests.Asking asking = asking(call);
        return core.turns.change(() -> {
            Requests.Answer answer = core.requests.update(Ids.app(name), body, asking);
            Reply reply = Reply.deployment(answer.created() ? 201 : 200, answer);
            return answer.created()
                    ? reply.with("Location", "http://" + call.authority() + Ids.canonical(name))
                    : reply;
        });
    }

    private Reply delete(Call call, String name) {
        return core.turns.change(
                () -> Reply.deployment(200, core.requests.delete(Ids.app(name), call.flag("force", true))));
    }

    private Reply restart(Call call, String name) {
        if (!call.method().equals("POST")) {
            throw METHOD_NOT_ALLOWED;
        }
        Requests.Asking asking = asking(call);
        return core.turns.change(() -> Reply.deployment(200, core.requests.restart(Ids.app(name), asking)));
    }

    private Reply versions(String name) {
        Spec spec = existing(name);
        ArrayNode versions = Json.array();
        core.books.apps().versions(spec.id()).forEach(one -> versions.add(Timestamps.text(one.version())));
        ObjectNode body = Json.object();
        body.set("versions", versions);
        return Reply.ok(body);
    }

    private Reply version(String name, String text) {
        Instant version = Timestamps.parse(text)
                .orElseThrow(() -> Refusal.of(
                        422, "Invalid timestamp provided '" + text + "'. Expecting ISO-8601 datetime string."));
        return id(name).flatMap(id -> core.books.apps().version(id, version))
                .map(spec -> Reply.ok(spec.view()))
                .orElseThrow(() ->
                        Refusal.notFound("App '" + name + "' does not exist in version " + Timestamps.text(version)));
    }

    private Reply below(String group) {
        String prefix = group.equals("/") ? "/" : group + "/";
        Stream<Spec> apps = core.books.apps().all().values().stream()
                .filter(spec -> spec.id().path().startsWith(prefix));
        ArrayNode all = Json.array();
        apps.forEach(spec -> all.add(
                view.show(spec, EnumSet.of(Embed.COUNTS, Embed.TASKS, Embed.LAST_TASK_FAILURE, Embed.DEPLOYMENTS))));
        if (all.isEmpty() && !group.equals("/")) {
            throw Refusal.notFound("Group '" + group + "' does not exist");
        }
        ObjectNode body = Json.object();
        body.set("*", all);
        return Reply.ok(body);
    }
}
