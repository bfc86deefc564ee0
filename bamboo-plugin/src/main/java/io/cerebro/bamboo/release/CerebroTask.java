package io.cerebro.bamboo.release;

import com.atlassian.bamboo.task.CommonTaskContext;
import com.atlassian.bamboo.task.CommonTaskType;
import com.atlassian.bamboo.task.TaskResult;
import com.atlassian.bamboo.task.TaskResultBuilder;
import io.cerebro.bamboo.realm.TaskRealms;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.bamboo.task.TaskSettings;
import io.cerebro.chronos.ChronosException;
import io.cerebro.definition.DefinitionException;
import io.cerebro.http.Unreachable;
import io.cerebro.image.ImageException;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.RealmsException;

/**
 * A task of Cerebro's, for plans and deployment projects. It fails with one sentence, and never by an exception.
 *
 * <p>Bamboo stops a build by interrupting its thread. A task then turns traffic back before it returns, and leaves the thread
 * interrupted, as it was told.
 */
abstract class CerebroTask implements CommonTaskType {
    private final TaskKind kind;

    CerebroTask(TaskKind kind) {
        this.kind = kind;
    }

    @Override
    public final TaskResult execute(CommonTaskContext context) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CerebroTask.class.getClassLoader());
        Interrupts interrupts = Interrupts.begin();
        TaskResultBuilder result = TaskResultBuilder.newBuilder(context);
        try (TaskRealms realms = TaskRealms.of(context)) {
            BuildLog log = new BuildLog(context.getBuildLogger(), realms.secrets());
            return (ends(context, realms, log, interrupts) ? result.success() : result.failed()).build();
        } finally {
            interrupts.restore();
            thread.setContextClassLoader(before);
        }
    }

    private boolean ends(CommonTaskContext context, TaskRealms realms, BuildLog log, Interrupts interrupts) {
        try {
            TaskSettings settings =
                    TaskSettings.read(kind, context.getConfigurationMap()).resolved();
            Work work = new Work(settings, context, realms, log);
            if (interrupts.stopped() && !settings.tidies()) {
                return failed(log, "the build was stopped; nothing was changed");
            }
            return switch (kind) {
                case BUILD -> ImageWork.publish(work);
                case PLAN -> PlanWork.tell(work);
                case JOB -> JobWork.of(work).ends(interrupts);
                default -> ReleaseWork.release(work, interrupts);
            };
        } catch (RealmsException
                | DefinitionException
                | ImageException
                | Unreachable
                | MarathonException
                | ChronosException
                | IllegalArgumentException e) {
            return failed(log, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            interrupts.came();
            return failed(log, "the build was stopped");
        } catch (RuntimeException | LinkageError defect) {
            return failed(log, "a defect of Cerebro's, please report it: " + defect);
        }
    }

    private static boolean failed(BuildLog log, String why) {
        log.error(why);
        return false;
    }
}
