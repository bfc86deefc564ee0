package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * What Marathon says of one app, for people.
 *
 * @param image empty for a plain command
 * @param release its id, where Cerebro released it
 * @param healthy instances of its present configuration that serve
 * @param wanted instances that it asks for
 * @param by who released it
 * @param since when it has been what it is
 */
public record AppStatus(
        Optional<String> image,
        Optional<String> release,
        int healthy,
        int wanted,
        boolean deploying,
        Optional<String> by,
        Instant since) {
    static AppStatus of(App app) {
        AppDefinition definition = app.definition();
        return new AppStatus(
                definition.image(),
                definition.label(Labels.RELEASE),
                app.serving().size(),
                app.instances(),
                !app.deployments().isEmpty(),
                definition.label(Labels.BY),
                app.version());
    }

    /** {@code 3 of 4 instances healthy, registry/orders@sha256:…, release 3f9c…, deploying}. */
    @Override
    public String toString() {
        return healthy + " of " + wanted + " instances healthy, " + image.orElse("a plain command")
                + release.map(id -> ", release " + id).orElse("") + (deploying ? ", deploying" : "");
    }
}
