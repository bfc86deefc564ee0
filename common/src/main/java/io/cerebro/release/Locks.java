package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Deployment;
import io.cerebro.marathon.Marathon;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The deployments that hold an app, as a refused change named them. They are looked up before it is asked for again: every
 * refusal leaves a version behind in Marathon and tells all listeners of a failure.
 *
 * @param known whether it has been looked up that one of them is somebody else's
 * @param shown which apps they touch and since when, once that is known
 */
record Locks(List<String> ids, boolean known, String shown) {
    static final Locks NONE = new Locks(List.of(), false, "");

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
        return new Locks(ids, false, "");
    }

    /**
     * @param open of them, as they have been looked up
     * @param live the app that they hold, which says who has released it
     */
    Locks waitedFor(List<Deployment> open, Optional<App> live) {
        return new Locks(
                ids,
                true,
                open.stream()
                        .map(deployment -> described(deployment) + by(deployment, live))
                        .collect(Collectors.joining("; ")));
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

    /** Those of them that are still open. */
    List<Deployment> open(Marathon marathon) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return marathon.deployments().stream()
                .filter(deployment -> ids.contains(deployment.id()))
                .toList();
    }

    /** @param ours whether the app as it is now carries our release */
    static Holder holder(List<Deployment> open, AppId app, boolean ours) {
        if (open.isEmpty()) {
            return Holder.NOBODY;
        }
        boolean alone =
                open.stream().allMatch(deployment -> deployment.affectedApps().equals(List.of(app)));
        return ours && alone ? Holder.OURSELVES : Holder.ANOTHER;
    }

    /** A deployment has the version of the app that it brings. */
    private static String by(Deployment deployment, Optional<App> live) {
        return live.filter(app -> app.version().equals(deployment.version()))
                .flatMap(app -> app.definition().label(Labels.BY))
                .map(who -> ", released by " + who)
                .orElse("");
    }

    private static String described(Deployment deployment) {
        String apps = deployment.affectedApps().stream().map(AppId::path).collect(Collectors.joining(", "));
        return deployment.id() + (apps.isEmpty() ? "" : " of " + apps) + " " + Deadline.since(deployment.version());
    }

    @Override
    public String toString() {
        return "deployment " + (shown.isEmpty() ? String.join(", ", ids) : shown);
    }
}
