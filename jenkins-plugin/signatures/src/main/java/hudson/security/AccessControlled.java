package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public interface AccessControlled {
    ACL getACL();

    default void checkPermission(Permission permission) throws AccessDeniedException {
        throw compileOnly();
    }

    default void checkAnyPermission(Permission... permission) throws AccessDeniedException {
        throw compileOnly();
    }

    default boolean hasPermission(Permission permission) {
        throw compileOnly();
    }

    default boolean hasAnyPermission(Permission... permission) {
        throw compileOnly();
    }

    default boolean hasPermission2(Authentication a, Permission permission) {
        throw compileOnly();
    }
}
