package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Deployment;
import io.cerebro.marathon.Marathon;
import java.util.List;

/**
 * The deployments that hold an app, as a refused change named them. They are looked up before it is asked for again: every
 * refusal leaves a version behind in Marathon and tells all listeners of a failure.
 *
 * @param known whether it has been looked up that one of them is somebody else's
 */
record Locks(List<String> ids, boolean known) {
    static final Locks NONE = new Locks(List.of(), false);

    /** Whose they are. */
    enum Holder {
        NOBODY,
        /** They touch nothing but the app, which carries our release. */
        OURSELVES,
        ANOTHER
    }

    Locks {
        ids = List.copyOf(ids);
    }

    static Locks of(List<String> ids) {
        return new Locks(ids, false);
    }

    Locks waitedFor() {
        return new Locks(ids, true);
    }

    @JsonIgnore
    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether to look at once, because nobody has looked yet. */
    @JsonIgnore
    boolean fresh() {
        return !ids.isEmpty() && !known;
    }

    /** @param ours whether the app as it is now carries our release */
    Holder holder(Marathon marathon, AppId app, boolean ours) {
        if (ids.isEmpty()) {
            return Holder.NOBODY;
        }
        List<Deployment> open = marathon.deployments().stream()
                .filter(deployment -> ids.contains(deployment.id()))
                .toList();
        if (open.isEmpty()) {
            return Holder.NOBODY;
        }
        boolean alone =
                open.stream().allMatch(deployment -> deployment.affectedApps().equals(List.of(app)));
        return ours && alone ? Holder.OURSELVES : Holder.ANOTHER;
    }

    @Override
    public String toString() {
        return "deployment " + String.join(", ", ids);
    }
}
