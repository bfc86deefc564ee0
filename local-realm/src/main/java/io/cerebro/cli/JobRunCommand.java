package io.cerebro.cli;

import io.cerebro.job.JobRun;
import io.cerebro.job.JobWorld;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro job run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs a job now and waits for its end. While another run of it is going on, that one is waited for"
                        + " first. Ends with 2 where it fails, and shows the last it wrote.")
final class JobRunCommand implements Callable<Integer> {
    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(index = "1", paramLabel = "JOB", description = "The job's name in Chronos, such as orders-report.")
    private String job = "";

    @Mixin
    private JobOptions.Within within = new JobOptions.Within();

    @Override
    public Integer call() throws InterruptedException {
        JobWorld world = JobWorld.of(options.realm());
        return JobOptions.drive(
                JobRun.begin(job, within.duration(), world.clock().instant()), world);
    }
}
