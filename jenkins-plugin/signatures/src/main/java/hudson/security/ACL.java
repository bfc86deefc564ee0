package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.User;
import java.util.function.BiFunction;
import org.springframework.security.core.Authentication;

public abstract class ACL {
    public final void checkPermission(Permission p) {
        throw compileOnly();
    }

    public final void checkAnyPermission(Permission... permissions) {
        throw compileOnly();
    }

    public final boolean hasPermission(Permission p) {
        throw compileOnly();
    }

    public final boolean hasAnyPermission(Permission... permissions) {
        throw compileOnly();
    }

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw compileOnly();
    }

    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> impl) {
        throw compileOnly();
    }

    public static final Authentication SYSTEM2 = null;

    public static ACLContext as2(Authentication auth) {
        throw compileOnly();
    }

    public static ACLContext as(User user) {
        throw compileOnly();
    }

    public static boolean isAnonymous2(Authentication authentication) {
        throw compileOnly();
    }
}
