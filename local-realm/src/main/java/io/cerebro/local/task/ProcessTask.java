package io.cerebro.local.task;

import java.util.OptionalInt;

/** Where one plain process's life stands. Belongs to one thread. */
final class ProcessTask {
    private final Launch launch;
    private final PlainProcess process;
    private OptionalInt childExit = OptionalInt.empty();
    private String exceeded = "";
    private boolean killed;
    private boolean forced;

    ProcessTask(Launch launch, PlainProcess process) {
        this.launch = launch;
        this.process = process;
    }

    String id() {
        return launch.taskId();
    }

    Launch launch() {
        return launch;
    }

    PlainProcess process() {
        return process;
    }

    boolean killed() {
        return killed;
    }

    void kill() {
        killed = true;
    }

    /** Whether it must be gone: what is left of it is killed until nothing is. */
    boolean forced() {
        return forced;
    }

    void force() {
        forced = true;
    }

    void exceeds(String message) {
        exceeded = message;
        forced = true;
    }

    void childExited(int exitCode) {
        childExit = OptionalInt.of(exitCode);
    }

    TaskUpdate ending() {
        OptionalInt recorded = process.exitCode();
        OptionalInt exit = recorded.isPresent() ? recorded : childExit;
        if (killed) {
            return new TaskUpdate(id(), "TASK_KILLED", message(exit));
        }
        if (!exceeded.isEmpty()) {
            return new TaskUpdate(id(), "TASK_FAILED", exceeded);
        }
        boolean finished = exit.isPresent() && exit.getAsInt() == 0;
        return new TaskUpdate(id(), finished ? "TASK_FINISHED" : "TASK_FAILED", message(exit));
    }

    private static String message(OptionalInt exit) {
        return exit.isPresent()
                ? "Command exited with status " + exit.getAsInt()
                : "Command was killed from outside and left no exit status";
    }
}
