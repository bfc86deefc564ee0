package io.cerebro.job;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.TaskLog;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.mesos.MesosTask;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the task through the Mesos master, because Chronos tells of none, and its output through its agent.
 *
 * <p>Chronos names its tasks {@code ct:due:attempt:job:arguments}.
 */
final class MesosJobLog implements JobLog {
    private static final Pattern TASK = Pattern.compile("ct:(\\d{1,18}):(\\d{1,9}):([\\w.-]+):?.*", Pattern.DOTALL);

    private final MesosMaster master;
    private final TaskLog log;

    MesosJobLog(MesosMaster master, TaskLog log) {
        this.master = master;
        this.log = log;
    }

    private record Run(long due, int attempt, MesosTask task) {
        static Optional<Run> of(MesosTask task, String job) {
            Matcher id = TASK.matcher(task.id());
            return id.matches() && id.group(3).equals(job)
                    ? Optional.of(new Run(Long.parseLong(id.group(1)), Integer.parseInt(id.group(2)), task))
                    : Optional.empty();
        }
    }

    @Override
    public List<String> tail(String job, int lines) {
        try {
            return master.tasks().stream()
                    .flatMap(task -> Run.of(task, job).stream())
                    .max(Comparator.comparingLong(Run::due).thenComparingInt(Run::attempt))
                    .filter(run -> !run.task().host().isEmpty())
                    .map(run -> log.tail(run.task().host(), run.task().id(), lines))
                    .orElse(List.of());
        } catch (Unreachable noCourtesyToday) {
            return List.of();
        }
    }
}
