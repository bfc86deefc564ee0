package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.User;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public abstract class ACL {
    public final void checkPermission(Permission p) {
        if (!hasPermission(p)) {
            throw new AccessDeniedException("lacks " + p.getId());
        }
    }

    public final void checkAnyPermission(Permission... permissions) {
        if (!hasAnyPermission(permissions)) {
            throw new AccessDeniedException("lacks any of the permissions");
        }
    }

    public final boolean hasPermission(Permission p) {
        return hasPermission2(Jenkins.getAuthentication2(), p);
    }

    public final boolean hasAnyPermission(Permission... permissions) {
        return Stream.of(permissions).anyMatch(this::hasPermission);
    }

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw compileOnly();
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> impl) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication a, Permission permission) {
                return impl.apply(a, permission);
            }
        };
    }

    public static final Authentication SYSTEM2 = null;

    public static ACLContext as2(Authentication auth) {
        return new ACLContext();
    }

    public static ACLContext as(User user) {
        return new ACLContext();
    }

    public static boolean isAnonymous2(Authentication authentication) {
        throw compileOnly();
    }
}
