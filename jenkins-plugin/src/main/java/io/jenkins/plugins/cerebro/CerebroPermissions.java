package io.jenkins.plugins.cerebro;

import hudson.AbortException;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.util.Locale;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Who may deploy and who may scale: granted for all of Jenkins, or for a folder or job. */
public final class CerebroPermissions {
    private static final PermissionGroup GROUP = new PermissionGroup(CerebroPermissions.class, text("group"));

    /** To release, promote and roll back, and for jobs. */
    public static final Permission DEPLOY = permission("Deploy");

    /** To change the number of a service's instances. */
    public static final Permission SCALE = permission("Scale");

    private static final String SYSTEM = "SYSTEM";

    private CerebroPermissions() {}

    private static Permission permission(String name) {
        return new Permission(
                GROUP, name, text(name.toLowerCase(Locale.ROOT)), Jenkins.ADMINISTER, true, new PermissionScope[] {
                    PermissionScope.ITEM
                });
    }

    private static Localizable text(String key) {
        return new Localizable(ResourceBundleHolder.get(CerebroPermissions.class), key);
    }

    /** Loading this class has made the permissions known by the time that authorization strategies are loaded. */
    @Initializer(before = InitMilestone.SYSTEM_CONFIG_LOADED)
    public static void register() {
        Objects.requireNonNull(DEPLOY);
        Objects.requireNonNull(SCALE);
    }

    /**
     * Lets a build deploy if all who stand behind it may: whoever it runs as, and whoever started it. Called by the thread that
     * runs the build's step.
     *
     * @throws AbortException that says who may not
     */
    public static void check(Run<?, ?> build) throws AbortException {
        check(build, DEPLOY);
    }

    /** The same for any of the permissions. */
    public static void check(Run<?, ?> build, Permission permission) throws AbortException {
        Job<?, ?> job = build.getParent();
        Authentication runsAs = Jenkins.getAuthentication2();
        if (!job.getACL().hasPermission2(runsAs, permission)) {
            throw denied(runsAs.getName(), permission, "has no", job);
        }
        for (Cause cause : build.getCauses()) {
            if (cause instanceof Cause.UserIdCause started) {
                check(started.getUserId(), permission, job);
            }
        }
    }

    private static void check(@Nullable String userId, Permission permission, Job<?, ?> job) throws AbortException {
        if (SYSTEM.equals(userId)) {
            return;
        }
        try {
            Authentication user =
                    userId == null ? Jenkins.ANONYMOUS2 : known(userId).impersonate2();
            if (!job.getACL().hasPermission2(user, permission)) {
                throw denied(userId == null ? "anonymous" : userId, permission, "has no", job);
            }
        } catch (UsernameNotFoundException e) {
            throw denied(String.valueOf(userId), permission, "is not known here any more and has no", job);
        }
    }

    private static User known(String userId) {
        User user = User.getById(userId, false);
        if (user == null) {
            throw new UsernameNotFoundException(userId);
        }
        return user;
    }

    private static AbortException denied(String who, Permission permission, String why, Job<?, ?> job) {
        return new AbortException(who + " may not " + permission.name.toLowerCase(Locale.ROOT) + ": " + who + " " + why
                + " permission " + GROUP.getId() + "/" + permission.name + " on " + job.getFullName());
    }
}
