package io.cerebro.marathon;

import java.util.List;
import java.util.Optional;

/**
 * What Cerebro asks of a realm's Marathon. Each method is one HTTP request and never waits for a deployment.
 *
 * <p>All throw {@link io.cerebro.http.Unreachable} when Marathon does not answer or is between leaders, and
 * {@link MarathonException} when it answers that the request is wrong.
 */
public interface Marathon {
    /** {@code GET /v2/info}. */
    Info info();

    /** {@code GET /v2/apps/{id}?embed=app.readiness}; empty when there is no such app. */
    Optional<App> app(AppId id);

    /** {@code GET /v2/apps?label=selector}: without tasks, for instance {@code CEREBRO_CANARY_OF}. */
    List<App> apps(String labelSelector);

    /** {@code POST /v2/apps}: creates, or answers {@link Change.Exists}. This makes the canary app the release's lock. */
    Change create(AppDefinition definition);

    /** {@code PUT /v2/apps/{id}?partialUpdate=false}: the whole definition; what it leaves out falls back to Marathon's defaults. */
    Change put(AppDefinition definition);

    /**
     * The same with {@code force=true}, which cancels the deployment under way. Only ever over a deployment of our own, and
     * with a definition whose configuration differs from the live one: the same one again would be an empty plan that leaves
     * a mix of versions running for good.
     */
    Change putOverOwnDeployment(AppDefinition definition);

    /** {@code PUT /v2/apps/{id}} of the number of instances alone: nothing else changes, and no task restarts. */
    Change scale(AppId id, int instances);

    /** {@code DELETE /v2/apps/{id}?force=false}. */
    Change delete(AppId id);

    /** The same with {@code force=true}, over a deployment of our own that cannot finish. */
    Change deleteOverOwnDeployment(AppId id);

    /** {@code GET /v2/deployments}. */
    List<Deployment> deployments();

    /** {@code GET /v2/queue}: what waits for offers, and why. */
    List<QueueItem> queue();

    /** {@code GET /v2/apps/{id}/versions}: unordered, refused ones included; empty when there is no such app. */
    List<String> versions(AppId id);

    /** {@code GET /v2/apps/{id}/versions/{version}}, as it was sent, without Marathon's read-only fields. */
    Optional<AppDefinition> version(AppId id, String version);
}
