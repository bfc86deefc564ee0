package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.Field;
import io.cerebro.bamboo.task.TaskSettings;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.definition.DefinitionFile;
import io.cerebro.definition.DefinitionText;
import io.cerebro.definition.JobText;
import io.cerebro.job.JobNarration;
import io.cerebro.job.JobRequest;
import io.cerebro.job.JobResult;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobStart;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.Realm;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A job of Chronos's, from what its task asks for to its end. An interrupt leaves to Chronos what runs. */
final class JobWork {
    private final Work work;
    private final Realm realm;
    private final JobWorld world;
    private final Pause pause;

    /** Between two looks. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    JobWork(Work work, Realm realm, JobWorld world, Pause pause) {
        this.work = work;
        this.realm = realm;
        this.world = world;
        this.pause = pause;
    }

    /** @throws io.cerebro.realm.RealmsException if there is no such realm, or it has no Chronos */
    static JobWork of(Work work) {
        Realm realm = work.realm();
        return new JobWork(work, realm, JobWorld.of(realm), time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
    }

    /** Whether it got where it should. */
    boolean ends(Interrupts interrupts) {
        JobRequest asked = work.settings().job();
        Optional<JobDefinition> definition =
                asked.action() == JobRequest.Action.DEPLOY ? Optional.of(definition()) : Optional.empty();
        JobStart start = JobStart.of(asked, definition, world, work.log()::say);
        String job = definition.map(JobDefinition::name).or(asked::job).orElseThrow();
        if (start.run().isEmpty()) {
            keep(job, start.sentence());
            return true;
        }
        return waited(start.run().get(), interrupts);
    }

    private boolean waited(JobRun start, Interrupts interrupts) {
        JobNarration narration = new JobNarration(ZoneId.systemDefault());
        JobRun run = start;
        while (!run.ended() && !interrupts.stopped()) {
            JobRun.Phase before = run.phase();
            run = run.next(world);
            narration.tell(run, world.clock().instant()).ifPresent(work.log()::say);
            if (run.phase() == before) {
                rest(interrupts);
            }
        }
        List<String> lines = run.result().map(JobResult::lines).orElse(List.of("the build was stopped: " + run.left()));
        boolean successful = run.result().filter(JobResult::successful).isPresent();
        lines.forEach(successful ? work.log()::say : work.log()::error);
        keep(run.job(), lines.get(0));
        return successful;
    }

    private void rest(Interrupts interrupts) {
        try {
            pause.rest(JobRun.EVERY);
        } catch (InterruptedException e) {
            interrupts.came();
        }
    }

    private JobDefinition definition() {
        TaskSettings settings = work.settings();
        return settings.text(Field.DEFINITION)
                .map(text -> new JobText(new DefinitionText("definition", text))
                        .rendered(Optional.empty(), realm, settings.variables()))
                .orElseGet(() -> DefinitionFile.job(
                        work.directory().resolve(settings.textOrDefault(Field.JOB_FILE)), realm, settings.variables()));
    }

    /** In short, for Bamboo to keep with the result. */
    private void keep(String job, String outcome) {
        Map<String, String> data =
                work.context().getCommonContext().getCurrentResult().getCustomBuildData();
        data.put("cerebro.realm", realm.name());
        data.put("cerebro.job", job);
        data.put("cerebro.outcome", work.log().masked(outcome));
        work.handOn(outcome);
    }
}
