package io.cerebro.cli;

import io.cerebro.job.JobDeletion;
import io.cerebro.job.JobWorld;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro job delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Deletes a job and ends its tasks. Refused while other jobs wait for it.")
final class JobDelete implements Callable<Integer> {
    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(index = "1", paramLabel = "JOB", description = "The job's name in Chronos, such as orders-report.")
    private String job = "";

    @Option(names = "--only-tasks", description = "End its tasks, and keep the job.")
    private boolean onlyTasks;

    @Override
    public Integer call() {
        JobWorld world = JobWorld.of(options.realm());
        String refusal = JobDeletion.of(job, onlyTasks, world).orElse("");
        if (!refusal.isEmpty()) {
            throw new CouldNot(refusal);
        }
        System.out.println(JobDeletion.done(job, onlyTasks));
        return ExitCode.DONE;
    }
}
