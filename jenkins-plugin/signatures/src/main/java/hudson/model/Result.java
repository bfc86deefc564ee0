package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.Serializable;
import java.util.Locale;
import java.util.stream.Stream;

public final class Result implements Serializable {
    private final String name;

    private Result(String name, int ordinal, boolean completeBuild) {
        this.name = name;
        this.ordinal = ordinal;
        this.completeBuild = completeBuild;
    }

    public static final Result SUCCESS = new Result("SUCCESS", 0, true);

    public static final Result UNSTABLE = new Result("UNSTABLE", 1, true);

    public static final Result FAILURE = new Result("FAILURE", 2, true);

    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3, false);

    public static final Result ABORTED = new Result("ABORTED", 4, false);

    public final int ordinal;

    public final boolean completeBuild;

    public Result combine(Result that) {
        return combine(this, that);
    }

    public static Result combine(Result r1, Result r2) {
        if (r1 == null || r2 == null) {
            return r1 == null ? r2 : r1;
        }
        return r1.isWorseOrEqualTo(r2) ? r1 : r2;
    }

    public boolean isWorseThan(Result that) {
        return ordinal >= that.ordinal;
    }

    public boolean isWorseOrEqualTo(Result that) {
        throw compileOnly();
    }

    public boolean isBetterThan(Result that) {
        return ordinal < that.ordinal;
    }

    public boolean isBetterOrEqualTo(Result that) {
        return ordinal <= that.ordinal;
    }

    public boolean isCompleteBuild() {
        return completeBuild;
    }

    public String toString() {
        return name;
    }

    public static Result fromString(String s) {
        return Stream.of(SUCCESS, UNSTABLE, NOT_BUILT, ABORTED)
                .filter(it -> it.name.equals(s.toUpperCase(Locale.ENGLISH)))
                .findFirst()
                .orElse(FAILURE);
    }
}
