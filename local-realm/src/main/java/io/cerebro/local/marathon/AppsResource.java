package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.marathon.AppView.Embed;
import io.cerebro.marathon.AppId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code /v2/apps}: the collection; single apps and what is below them go on to {@link AppResource}. */
final class AppsResource implements Resource {
    /** Marathon walks its tree of groups: the apps of a group come before those of the groups in it. */
    private static final Comparator<Spec> OUTER_FIRST = Comparator.comparing((Spec spec) ->
                    spec.id().path().chars().filter(c -> c == '/').count())
            .thenComparing(Spec::id);

    private final Core core;
    private final AppView view;
    private final AppResource one;

    AppsResource(Core core) {
        this.core = core;
        this.view = new AppView(core);
        this.one = new AppResource(core);
    }

    @Override
    public Reply answer(Call call) {
        List<String> id = call.segments(2);
        if (!id.isEmpty() || call.path().endsWith("//")) {
            return one.answer(call);
        }
        return switch (call.method()) {
            case "GET" -> list(call);
            case "POST" -> create(call);
            case "PUT", "PATCH" -> updateAll(call);
            case "OPTIONS" -> Reply.options("HEAD,POST,GET,OPTIONS,PUT,PATCH");
            default -> throw METHOD_NOT_ALLOWED;
        };
    }

    private Reply list(Call call) {
        Set<Embed> embed = EnumSet.of(Embed.COUNTS, Embed.DEPLOYMENTS);
        embed.addAll(Embed.parse(call.parameters("embed")));
        Predicate<Spec> wanted = wanted(call);
        return core.turns.look(() -> {
            ArrayNode apps = Json.array();
            core.books.apps().all().values().stream()
                    .filter(wanted)
                    .sorted(OUTER_FIRST)
                    .forEach(spec -> apps.add(view.show(spec, embed)));
            ObjectNode body = Json.object();
            body.set("apps", apps);
            return Reply.ok(body);
        });
    }

    private static Predicate<Spec> wanted(Call call) {
        Predicate<Spec> all = spec -> true;
        Optional<String> id = call.parameter("id");
        Optional<String> cmd = call.parameter("cmd");
        return call.parameter("label")
                .map(Selector::parse)
                .orElse(all)
                .and(id.<Predicate<Spec>>map(part -> spec -> spec.id().path().contains(part))
                        .orElse(all))
                .and(cmd.<Predicate<Spec>>map(
                                part -> spec -> spec.json().path("cmd").asText().contains(part))
                        .orElse(all));
    }

    private Reply create(Call call) {
        JsonNode body = call.json();
        Requests.Asking asking = AppResource.asking(call);
        return core.turns.change(() -> {
            Requests.Answer answer = core.requests.create(body, asking);
            Spec spec = answer.specs().get(0);
            return Reply.json(201, created(spec, body, answer))
                    .with("Location", "http://" + call.authority() + spec.id())
                    .with("Marathon-Deployment-Id", answer.plan().id());
        });
    }

    /** The app as it was asked for: Marathon shows it from before it has given out service ports and dates. */
    private static ObjectNode created(Spec spec, JsonNode asked, Requests.Answer answer) {
        AppId id = spec.id();
        ObjectNode app = Defaults.fill(id, (ObjectNode) asked);
        app.put("version", Timestamps.text(answer.version()));
        app.put("tasksStaged", 0).put("tasksRunning", 0).put("tasksHealthy", 0).put("tasksUnhealthy", 0);
        app.putArray("deployments").addObject().put("id", answer.plan().id());
        return app;
    }

    private Reply updateAll(Call call) {
        JsonNode body = call.json();
        Requests.Asking asking = AppResource.asking(call);
        return core.turns.change(() -> Reply.deployment(200, core.requests.updateAll(body, asking)));
    }
}
