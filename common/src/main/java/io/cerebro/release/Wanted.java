package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Marathon;
import java.time.Duration;
import java.util.Optional;

/** An app as it should be in Marathon: how to tell that it is, and how to ask for it. Asking twice does no harm. */
sealed interface Wanted {
    AppId id();

    /** The service that the load balancers know it by. */
    default AppId service() {
        return id();
    }

    /** Whether it is in the canary's backend there. */
    default boolean canary() {
        return false;
    }

    /** Whether it is asked for as something new, so that one that is there and is not it is somebody else's. */
    default boolean created() {
        return false;
    }

    /** How long the router may take to show that it follows, before instances of another version are ended; empty where none are. */
    default Optional<Duration> proof() {
        return Optional.empty();
    }

    boolean carriedBy(App app);

    /** Whether it is another version by now, whatever its scale. */
    default boolean replaced(App app) {
        return !carriedBy(app);
    }

    /** Whether the live app is of a release that is ours to undo, so that its deployment may be cancelled. */
    default boolean undoes(App app) {
        return false;
    }

    /** Whether a deployment of somebody else's is waited for, whatever the realm's policy: there is no way but this. */
    default boolean patient() {
        return false;
    }

    /** @param force over a deployment of our own */
    Change send(Marathon marathon, Optional<App> live, boolean force);

    /** The target as the service's stable app. */
    record Stable(Release release, AppDefinition target, String releaseId) implements Wanted {
        @Override
        public AppId id() {
            return release.service();
        }

        @Override
        public boolean carriedBy(App app) {
            return ours(app)
                    && target.instances()
                            .map(wanted -> wanted == app.instances())
                            .orElse(true);
        }

        @Override
        public boolean replaced(App app) {
            return !ours(app);
        }

        @Override
        public Optional<Duration> proof() {
            return Optional.of(release.settings().router());
        }

        @Override
        public Change send(Marathon marathon, Optional<App> live, boolean force) {
            return marathon.put(definition(live));
        }

        private boolean ours(App app) {
            return Labels.carries(app, Optional.of(releaseId));
        }

        /** With the live labels where only the scale differs: a changed label would restart every task. */
        AppDefinition definition(Optional<App> live) {
            AppDefinition bare = Labels.strip(target);
            int instances = bare.instances().orElse(live.map(App::instances).orElse(1));
            AppDefinition sized = bare.withInstances(instances);
            AppDefinition released = sized.withLabel(Labels.RELEASE, releaseId);
            return live.filter(this::ours)
                    .map(same -> Labels.as(same.definition(), released))
                    .orElseGet(() -> Labels.from(release.source(), target, released)
                            .withLabel(
                                    Labels.PREVIOUS, live.map(App::versionText).orElse(Labels.NO_PREVIOUS))
                            .withLabel(Labels.BY, release.by()));
        }
    }

    /** The canary beside it. POST makes it the lock: it is refused where somebody else has made one. */
    record Beside(Release release, AppDefinition definition) implements Wanted {
        @Override
        public AppId id() {
            return definition.id();
        }

        @Override
        public AppId service() {
            return release.service();
        }

        @Override
        public boolean canary() {
            return true;
        }

        @Override
        public boolean created() {
            return true;
        }

        @Override
        public boolean carriedBy(App app) {
            return Labels.carries(app, definition.label(Labels.RELEASE));
        }

        @Override
        public Change send(Marathon marathon, Optional<App> live, boolean force) {
            return marathon.create(definition);
        }
    }

    /** So many instances of an app, whatever its version. */
    record Sized(AppId service, AppId id, int instances) implements Wanted {
        @Override
        public boolean canary() {
            return !id.equals(service);
        }

        @Override
        public boolean carriedBy(App app) {
            return app.instances() == instances;
        }

        @Override
        public Change send(Marathon marathon, Optional<App> live, boolean force) {
            return live.isPresent() ? marathon.scale(id, instances) : new Change.Absent();
        }
    }

    /** What ran before. */
    record Previous(AppDefinition definition, String badRelease) implements Wanted {
        @Override
        public AppId id() {
            return definition.id();
        }

        @Override
        public boolean carriedBy(App app) {
            return !Labels.carries(app, Optional.of(badRelease));
        }

        @Override
        public boolean patient() {
            return true;
        }

        @Override
        public boolean undoes(App app) {
            return !carriedBy(app);
        }

        @Override
        public Change send(Marathon marathon, Optional<App> live, boolean force) {
            return force ? marathon.putOverOwnDeployment(definition) : marathon.put(definition);
        }
    }
}
