package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.Serializable;

public final class Result implements Serializable {
    private Result() {}

    public static final Result SUCCESS = null;

    public static final Result UNSTABLE = null;

    public static final Result FAILURE = null;

    public static final Result NOT_BUILT = null;

    public static final Result ABORTED = null;

    public final int ordinal = 0;

    public final boolean completeBuild = false;

    public Result combine(Result that) {
        throw compileOnly();
    }

    public static Result combine(Result r1, Result r2) {
        throw compileOnly();
    }

    public boolean isWorseThan(Result that) {
        throw compileOnly();
    }

    public boolean isWorseOrEqualTo(Result that) {
        throw compileOnly();
    }

    public boolean isBetterThan(Result that) {
        throw compileOnly();
    }

    public boolean isBetterOrEqualTo(Result that) {
        throw compileOnly();
    }

    public boolean isCompleteBuild() {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }

    public static Result fromString(String s) {
        throw compileOnly();
    }
}
