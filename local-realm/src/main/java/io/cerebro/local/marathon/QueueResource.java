package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** {@code /v2/queue}: what waits to be launched, and why. */
final class QueueResource implements Resource {
    /** In the order in which Marathon looks at an offer; the local realm only ever lacks some of them. */
    private static final List<String> REASONS = List.of(
            "UnfulfilledRole",
            "UnfulfilledConstraint",
            "NoCorrespondingReservationFound",
            "AgentMaintenance",
            "InsufficientCpus",
            "InsufficientMemory",
            "InsufficientDisk",
            "InsufficientGpus",
            "InsufficientPorts",
            "DeclinedScarceResources");

    private final Core core;

    QueueResource(Core core) {
        this.core = core;
    }

    @Override
    public Reply answer(Call call) {
        List<String> rest = call.segments(2);
        if (rest.isEmpty() && call.method().equals("GET")) {
            return core.turns.look(this::list);
        }
        int size = rest.size();
        if (size > 1 && rest.get(size - 1).equals("delay") && call.method().equals("DELETE")) {
            return core.turns.change(() -> reset("/" + String.join("/", rest.subList(0, size - 1))));
        }
        throw METHOD_NOT_ALLOWED;
    }

    private Reply list() {
        Map<Spec, List<Instance>> waiting = new LinkedHashMap<>();
        for (Instance instance : core.queue.waiting()) {
            core.books
                    .apps()
                    .find(instance.app())
                    .ifPresent(spec -> waiting.computeIfAbsent(spec, s -> new ArrayList<>())
                            .add(instance));
        }
        ArrayNode queue = Json.array();
        waiting.forEach((spec, instances) -> queue.add(item(spec, instances)));
        ObjectNode body = Json.object();
        body.set("queue", queue);
        return Reply.ok(body);
    }

    private ObjectNode item(Spec spec, List<Instance> instances) {
        Instant now = core.turns.clock().instant();
        Optional<Instant> due = core.books.backoff().until(spec).filter(now::isBefore);
        Instant since = instances.stream()
                .map(instance -> instance.since)
                .min(Comparator.naturalOrder())
                .orElse(now);
        ObjectNode item = Json.object().put("count", instances.size()).put("role", "*");
        item.putObject("delay")
                .put(
                        "timeLeftSeconds",
                        due.map(then -> Duration.between(now, then).toSeconds()).orElse(0L))
                .put("overdue", due.isEmpty());
        item.put("since", Timestamps.text(since));
        item.set("processedOffersSummary", summary(core.queue.offers(spec.id())));
        item.set("app", spec.view());
        return item;
    }

    private static ObjectNode summary(Queue.Offers offers) {
        ObjectNode summary =
                Json.object().put("processedOffersCount", offers.processed).put("unusedOffersCount", offers.unused);
        offers.lastUnused.ifPresent(when -> summary.put("lastUnusedOfferAt", Timestamps.text(when)));
        offers.lastUsed.ifPresent(when -> summary.put("lastUsedOfferAt", Timestamps.text(when)));
        int last = offers.lastLack.isPresent() ? 1 : 0;
        String lastReason = offers.lastLack.map(Enum::name).orElse("");
        summary.set("rejectSummaryLastOffers", funnel(last, reason -> reason.equals(lastReason) ? 1 : 0));
        summary.set(
                "rejectSummaryLaunchAttempt",
                funnel(
                        offers.processed,
                        reason -> offers.declined.entrySet().stream()
                                .filter(entry -> entry.getKey().name().equals(reason))
                                .mapToInt(Map.Entry::getValue)
                                .sum()));
        return summary;
    }

    private static ArrayNode funnel(int offers, ToIntFunction<String> declined) {
        ArrayNode funnel = Json.array();
        int left = offers;
        for (String reason : REASONS) {
            int refused = declined.applyAsInt(reason);
            funnel.addObject().put("reason", reason).put("declined", refused).put("processed", left);
            left -= refused;
        }
        return funnel;
    }

    private Reply reset(String name) {
        Spec spec = AppResource.id(name)
                .flatMap(core.books.apps()::find)
                .filter(app -> core.queue.waiting().stream()
                        .anyMatch(instance -> instance.app().equals(app.id())))
                .orElseThrow(() -> Refusal.notFound("Application " + name + " not found in tasks queue."));
        core.books.backoff().reset(spec);
        return Reply.empty(204);
    }
}
