package io.jenkins.plugins.cerebro.release;

import hudson.model.Cause;
import hudson.model.Run;
import java.util.Optional;

/** Who releases: the build, and the person who started it. */
final class By {
    private By() {}

    /** {@code shop/orders #12, started by alice}. */
    static String of(Run<?, ?> run) {
        Cause.UserIdCause cause = run.getCause(Cause.UserIdCause.class);
        String user =
                cause == null ? "" : Optional.ofNullable(cause.getUserId()).orElse("");
        String build = run.getParent().getFullName() + " #" + run.getNumber();
        return user.isEmpty() ? build : build + ", started by " + user;
    }
}
