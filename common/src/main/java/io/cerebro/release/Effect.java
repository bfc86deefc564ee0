package io.cerebro.release;

import io.cerebro.diff.Difference;
import io.cerebro.diff.Differences;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.Task;
import java.util.List;

/**
 * What becomes of a service's tasks.
 *
 * @param tasks that run now and are replaced
 * @param canaries instances of a canary that are created first
 * @param says it in a sentence without a full stop
 */
public record Effect(Kind kind, int tasks, int canaries, String says) {
    /** From nothing to everything. */
    public enum Kind {
        /** Marathon is asked for nothing. */
        NONE,
        /** Only a canary is created; the stable app is left as it is. */
        CANARY,
        /** Only the number of instances changes: no task is restarted. */
        SCALE,
        /** There is no such app yet. */
        CREATE,
        /** Every task is replaced, as Marathon does for any other change. */
        RESTART
    }

    static Effect none(String because) {
        return new Effect(Kind.NONE, 0, 0, because);
    }

    static Effect canary(int canaries) {
        return new Effect(Kind.CANARY, 0, canaries, created(canaries) + ", and the live version is left as it is");
    }

    static Effect create(AppDefinition sent) {
        return new Effect(Kind.CREATE, 0, 0, "with " + counted(instances(sent), "instance"));
    }

    /** @param canaries that are created first */
    static Effect replace(App live, AppDefinition sent, int canaries) {
        List<Difference> all = Differences.between(live.definition(), sent);
        String first = canaries == 0 ? "" : created(canaries) + " first, then ";
        if (instances(sent) == 0 || all.stream().allMatch(Effect::ofScale)) {
            String says = "from " + live.instances() + " to " + counted(instances(sent), "instance");
            return new Effect(Kind.SCALE, 0, canaries, first + says);
        }
        int running = (int) live.tasks().stream().filter(Task::running).count();
        boolean visible = !Differences.between(Labels.strip(live.definition()), Labels.strip(sent))
                .isEmpty();
        String says = counted(running, "running task") + " replaced"
                + (visible ? "" : ", though only Cerebro's own labels differ");
        return new Effect(Kind.RESTART, running, canaries, first + says);
    }

    private static boolean ofScale(Difference difference) {
        return difference.path().equals("instances");
    }

    private static int instances(AppDefinition definition) {
        return definition.instances().orElse(1);
    }

    private static String created(int canaries) {
        return counted(canaries, "canary instance") + " created";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** {@code SCALE, from 3 to 5 instances}. */
    @Override
    public String toString() {
        return kind + ", " + says;
    }
}
