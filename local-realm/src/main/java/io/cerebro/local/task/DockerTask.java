package io.cerebro.local.task;

import io.cerebro.local.task.Containers.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where one container's life stands. */
final class DockerTask {
    private enum State {
        QUEUED,
        STARTING,
        RUNNING,
        ENDING
    }

    /** What a kill has to do now. */
    enum Kill {
        NOTHING,
        FORGET,
        STOP
    }

    private final Launch launch;
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private State state = State.QUEUED;
    private @Nullable Thread starter;
    private boolean killed;
    private Duration grace = Duration.ZERO;
    private boolean died;
    private boolean killMissed;

    DockerTask(Launch launch) {
        this.launch = launch;
    }

    static DockerTask adopted(Launch launch) {
        DockerTask task = new DockerTask(launch);
        task.state = State.RUNNING;
        task.started.complete(true);
        return task;
    }

    Launch launch() {
        return launch;
    }

    String id() {
        return launch.taskId();
    }

    /** Done when no docker command is starting it any more. */
    CompletableFuture<Boolean> started() {
        return started;
    }

    synchronized boolean killed() {
        return killed;
    }

    /** Its turn has come; false if it was killed before. */
    synchronized boolean starts() {
        if (state != State.QUEUED) {
            return false;
        }
        state = State.STARTING;
        starter = Thread.currentThread();
        return true;
    }

    /** Docker has started it; false if it was forgotten meanwhile. */
    synchronized boolean runs() {
        starter = null;
        Thread.interrupted();
        if (state == State.STARTING) {
            state = State.RUNNING;
        }
        return state == State.RUNNING;
    }

    /** Docker may tell of its death before the command that started it has returned. */
    synchronized void dies() {
        died = true;
    }

    synchronized boolean died() {
        return died;
    }

    synchronized Duration grace() {
        return grace;
    }

    synchronized Kill kill(Duration allowed) {
        boolean again = killed;
        killed = true;
        grace = allowed;
        switch (state) {
            case QUEUED -> {
                state = State.ENDING;
                return Kill.FORGET;
            }
            case STARTING -> {
                killMissed = true;
                interruptStarter();
                return Kill.NOTHING;
            }
            case RUNNING -> {
                return again ? Kill.NOTHING : Kill.STOP;
            }
            default -> {
                killMissed = !again;
                return Kill.NOTHING;
            }
        }
    }

    /** Its container has died; true for the first to say so, who tells its end. */
    synchronized boolean ends() {
        boolean first = state == State.RUNNING;
        state = first ? State.ENDING : state;
        return first;
    }

    /** It could not be started; true for the first to say so, who tells its end. */
    synchronized boolean refused() {
        boolean first = state == State.STARTING;
        starter = null;
        state = first ? State.ENDING : state;
        return first;
    }

    /**
     * What to tell of its end.
     *
     * @param ending empty if its container is not there any more
     */
    synchronized TaskUpdate ending(Optional<Ending> ending) {
        boolean finished = ending.isPresent() && ending.get().exitCode() == 0;
        String state = killed ? "TASK_KILLED" : finished ? "TASK_FINISHED" : "TASK_FAILED";
        if (ending.isEmpty()) {
            return new TaskUpdate(id(), state, "Container was removed by somebody else");
        }
        if (ending.get().outOfMemory() && !finished && !killed) {
            Resources resources = Resources.of(launch.definition());
            return new TaskUpdate(id(), state, resources.exceededBy(resources.memoryBytes()));
        }
        return new TaskUpdate(
                id(), state, "Container exited with status " + ending.get().exitCode());
    }

    /** Its death was a false alarm; true if it was to be killed meanwhile, which is still to be done. */
    synchronized boolean livesOn() {
        state = State.RUNNING;
        return missedKill();
    }

    /** Whether a kill came when there was nothing to stop yet; asked once, by whoever stops it now. */
    synchronized boolean missedKill() {
        boolean kill = killMissed;
        killMissed = false;
        return kill;
    }

    /** Nobody is told of its end any more. */
    synchronized void forget() {
        interruptStarter();
        if (state == State.QUEUED) {
            started.complete(false);
        }
        state = State.ENDING;
    }

    private void interruptStarter() {
        if (starter != null) {
            starter.interrupt();
        }
    }
}
