package io.cerebro.release;

/** How far a release is asked to go. */
public enum Goal {
    /** Rolling: the new version replaces the old one, without a canary. */
    DEPLOY,
    /** The canary runs, and only requests with the header reach it. */
    ISOLATED,
    /** The canary has its share of the traffic. */
    PARTIAL,
    /** The canary that is there becomes the stable version. */
    PROMOTE,
    /** Back to what ran before. */
    ROLLBACK,
    /** All stages, gated: isolated, partial, full. */
    RELEASE,
    /** Canary isolated, judged, and taken away again: a release that only looks, as often as is asked. */
    TRIAL,
    /** More or fewer instances of what is live. */
    SCALE;

    /** Whether a version must be given; otherwise it is about what the realm has. */
    public boolean needsDefinition() {
        return this != PROMOTE && this != ROLLBACK && this != SCALE;
    }
}
