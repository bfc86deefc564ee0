package io.cerebro.cli;

import io.cerebro.job.JobRun;
import io.cerebro.job.JobWorld;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro job wait}. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description =
                "Waits for the next run of a job to end, whoever begins it: its schedule, its parents or a person."
                        + " Ends with 2 where it fails.")
final class JobWait implements Callable<Integer> {
    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(index = "1", paramLabel = "JOB", description = "The job's name in Chronos, such as orders-report.")
    private String job = "";

    @Mixin
    private JobOptions.Within within = new JobOptions.Within();

    @Override
    public Integer call() throws InterruptedException {
        JobWorld world = JobWorld.of(options.realm());
        return JobOptions.drive(JobRun.await(job, within.duration(), world), world);
    }
}
