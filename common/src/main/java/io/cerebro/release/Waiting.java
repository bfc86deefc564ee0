package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.QueueItem;
import io.cerebro.marathon.QueueItem.Rejection;
import io.cerebro.marathon.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why instances have not been started: what Marathon's launch queue says of the last offers, or its back-off. */
final class Waiting {
    private Waiting() {}

    /** Whether some of the instances have no task yet, so that the queue has something to say. */
    static boolean lacks(App app) {
        long there =
                app.tasks().stream().filter(app::current).filter(Task::alive).count();
        return !app.settled() && there < app.instances();
    }

    /** {@code 2 instances wait for an offer: needs 4.0 cpus, 12 of 12 offers are too small}; empty if the queue says nothing. */
    static Optional<String> why(App app, List<QueueItem> queue) {
        return queue.stream()
                .filter(item -> item.appId().equals(app.id()) && item.count() > 0)
                .findFirst()
                .flatMap(item -> item.backOff().isZero() ? offers(app, item) : Optional.of(backOff(item)));
    }

    private static String backOff(QueueItem item) {
        return "Marathon tries again in " + item.backOff().toSeconds() + " s";
    }

    private static Optional<String> offers(App app, QueueItem item) {
        int all =
                item.rejections().stream().mapToInt(Rejection::processed).max().orElse(0);
        String reasons = item.rejections().stream()
                .filter(rejection -> rejection.declined() > 0)
                .map(rejection -> reason(app, rejection, rejection.declined() + " of " + all + " offers"))
                .collect(Collectors.joining("; "));
        String waiting = item.count() == 1 ? "1 instance waits" : item.count() + " instances wait";
        return reasons.isEmpty() ? Optional.empty() : Optional.of(waiting + " for an offer: " + reasons);
    }

    private static String reason(App app, Rejection rejection, String offers) {
        return switch (rejection.reason()) {
            case "InsufficientCpus" -> "needs " + number(app, "cpus") + " cpus, " + offers + " are too small";
            case "InsufficientMemory" -> "needs " + number(app, "mem") + " MB of memory, " + offers + " are too small";
            case "InsufficientDisk" -> "needs " + number(app, "disk") + " MB of disk, " + offers + " are too small";
            case "InsufficientGpus" -> "needs " + number(app, "gpus") + " gpus, " + offers + " have fewer";
            case "InsufficientPorts" -> "the ports that it needs are not free in " + offers;
            case "UnfulfilledConstraint" ->
                offers + " do not meet its constraints "
                        + app.definition().json().path("constraints");
            case "UnfulfilledRole" -> offers + " are for other roles";
            case "NoCorrespondingReservationFound" -> offers + " lack what is reserved for it";
            case "AgentMaintenance" -> offers + " are of agents under maintenance";
            case "DeclinedScarceResources" -> offers + " have gpus, which are kept for those who need them";
            default -> offers + " are refused (" + rejection.reason() + ")";
        };
    }

    private static String number(App app, String field) {
        return app.definition().json().path(field).asText();
    }
}
