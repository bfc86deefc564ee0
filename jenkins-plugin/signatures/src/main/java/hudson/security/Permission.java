package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import org.jvnet.localizer.Localizable;

public final class Permission {
    public final Class owner = null;

    public final PermissionGroup group = null;

    public final String name = null;

    public final Localizable description = null;

    public final Permission impliedBy = null;

    public boolean enabled;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {}

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    public boolean isContainedBy(PermissionScope s) {
        throw compileOnly();
    }

    public String getId() {
        throw compileOnly();
    }

    public boolean equals(Object o) {
        throw compileOnly();
    }

    public int hashCode() {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }

    public void setEnabled(boolean enable) {
        throw compileOnly();
    }

    public boolean getEnabled() {
        throw compileOnly();
    }

    public static final PermissionGroup GROUP = null;

    public static final Permission READ = null;

    public static final Permission WRITE = null;

    public static final Permission CREATE = null;

    public static final Permission UPDATE = null;

    public static final Permission DELETE = null;

    public static final Permission CONFIGURE = null;
}
