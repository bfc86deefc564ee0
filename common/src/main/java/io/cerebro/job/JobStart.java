package io.cerebro.job;

import io.cerebro.chronos.JobDefinition;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The first step of what is asked for, which for most is the whole.
 *
 * @param sentence what has been done
 * @param run what is left to be waited for
 */
public record JobStart(String sentence, Optional<JobRun> run) {
    /**
     * @param definition of what is to be deployed; not asked for anything else
     * @param told is given each line for people
     * @throws IllegalArgumentException if it is refused; then nothing was done
     */
    public static JobStart of(
            JobRequest asked, Optional<JobDefinition> definition, JobWorld world, Consumer<String> told) {
        return switch (asked.action()) {
            case DEPLOY -> deployed(asked, definition.orElseThrow(), world, told);
            case RUN -> begun(asked.job().orElseThrow(), asked, world);
            case WAIT -> waited(JobRun.await(asked.job().orElseThrow(), asked.within(), world));
            case DELETE -> deleted(asked.job().orElseThrow(), asked.onlyTasks(), world, told);
        };
    }

    private static JobStart deployed(JobRequest asked, JobDefinition job, JobWorld world, Consumer<String> told) {
        asked.job().filter(name -> !name.equals(job.name())).ifPresent(name -> {
            throw new IllegalArgumentException("the definition is of the job " + job.name() + ", not of " + name);
        });
        JobDeployment deployment = JobDeployment.planned(job, world);
        deployment.lines().forEach(told);
        deployment.refusal().ifPresent(why -> {
            throw new IllegalArgumentException(why + "; nothing was sent");
        });
        deployment.send(world);
        return asked.run()
                ? begun(job.name(), asked, world)
                : new JobStart(deployment.lines().get(0), Optional.empty());
    }

    private static JobStart begun(String job, JobRequest asked, JobWorld world) {
        return waited(JobRun.begin(job, asked.within(), world.clock().instant()));
    }

    private static JobStart waited(JobRun run) {
        return new JobStart(run.says(), Optional.of(run));
    }

    private static JobStart deleted(String job, boolean onlyTasks, JobWorld world, Consumer<String> told) {
        JobDeletion.of(job, onlyTasks, world).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        String sentence = JobDeletion.done(job, onlyTasks);
        told.accept(sentence);
        return new JobStart(sentence, Optional.empty());
    }
}
