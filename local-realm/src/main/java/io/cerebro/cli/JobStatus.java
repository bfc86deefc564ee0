package io.cerebro.cli;

import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.job.JobStatuses;
import io.cerebro.job.JobWorld;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro job status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what jobs a realm has: when they run, what they do now, and how they ended.")
final class JobStatus implements Callable<Integer> {
    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "JOB",
            description = "The job's name in Chronos, such as orders-report. Default: all.")
    private @Nullable String job;

    @Override
    public Integer call() {
        JobWorld world = JobWorld.of(options.realm());
        if (job != null) {
            JobDefinition.requireName(job);
        }
        List<Job> jobs = world.chronos().jobs().stream()
                .filter(each -> job == null || each.name().equals(job))
                .toList();
        if (jobs.isEmpty()) {
            System.out.println(
                    "realm " + world.realm() + " has no job" + (job == null ? "s" : " " + job + ": deploy it first"));
            return job == null ? ExitCode.DONE : ExitCode.COULD_NOT;
        }
        jobs.forEach(each -> System.out.println(JobStatuses.line(each, world)));
        return ExitCode.DONE;
    }
}
