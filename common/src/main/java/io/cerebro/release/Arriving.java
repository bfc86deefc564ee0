package io.cerebro.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A phase that waits for instances to serve. */
sealed interface Arriving extends Phase permits Deploying, Staging, Promoting, Restoring, Resizing {
    Arrival arrival();

    @Override
    default Instant until() {
        return arrival().until();
    }

    @Override
    default Duration patience(Release release) {
        boolean router = arrival().serving().isPresent() || arrival().pulse().underWay();
        return router ? release.settings().router() : Phase.super.patience(release);
    }

    @Override
    default Duration every() {
        return arrival().every();
    }

    @Override
    default boolean comesUp() {
        return arrival().sent() && arrival().serving().isEmpty();
    }

    @Override
    default Optional<String> hopeless() {
        return arrival().sighting().hopeless();
    }

    @Override
    default List<String> evidence(World world) {
        return arrival().sighting().log(world);
    }
}
