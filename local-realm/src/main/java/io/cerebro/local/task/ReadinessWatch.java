package io.cerebro.local.task;

import io.cerebro.local.task.CheckPlan.Asked;
import io.cerebro.local.task.CheckPlan.Impossible;
import io.cerebro.local.task.Probe.Answer;
import java.util.Optional;

/** One readiness check of one task, at once and again until it is ready. */
final class ReadinessWatch implements Runnable {
    private static final int GATEWAY_TIMEOUT = 504;

    private final HttpChecks.Watched task;
    private final CheckPlan.Readiness check;

    ReadinessWatch(HttpChecks.Watched task, CheckPlan.Readiness check) {
        this.task = task;
        this.check = check;
    }

    @Override
    public void run() {
        if (check.way() instanceof Asked way) {
            task.ask(way.question(), answer -> answered(way.question().url(), answer));
        } else if (check.way() instanceof Impossible way) {
            answered("it", Answer.none(way.why()));
        }
    }

    private void answered(String where, Answer answer) {
        boolean ready = answer.http()
                .filter(http -> check.ready().contains(http.status()))
                .isPresent();
        Optional<ReadinessResult.Answer> response =
                check.preserve() ? Optional.of(response(where, answer)) : Optional.empty();
        task.tell(listener -> listener.readiness(new ReadinessResult(task.id(), check.name(), ready, response)));
        if (!ready) {
            task.after(check.interval(), this);
        }
    }

    /** Marathon leaves the content type of a task's own answer empty, and puts its own words where there is none. */
    private static ReadinessResult.Answer response(String where, Answer answer) {
        return answer.http()
                .map(http -> new ReadinessResult.Answer(http.status(), "", http.body()))
                .orElseGet(() -> new ReadinessResult.Answer(
                        GATEWAY_TIMEOUT,
                        "text/plain",
                        "Marathon could not query " + where + ": "
                                + answer.problem().orElse("")));
    }
}
