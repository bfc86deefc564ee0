package hudson.security;

import org.jvnet.localizer.Localizable;

public final class Permission {
    public final Class owner;

    public final PermissionGroup group;

    public final String name;

    public final Localizable description;

    public final Permission impliedBy;

    public boolean enabled;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {
        this.owner = group.owner;
        this.group = group;
        this.name = name;
        this.description = description;
        this.impliedBy = impliedBy;
        this.enabled = enable;
        group.add(this);
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    public boolean isContainedBy(PermissionScope s) {
        return true;
    }

    public String getId() {
        return owner.getName() + "." + name;
    }

    public boolean equals(Object o) {
        return o instanceof Permission that && getId().equals(that.getId());
    }

    public int hashCode() {
        return getId().hashCode();
    }

    public String toString() {
        return "Permission[" + owner + "," + name + "]";
    }

    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    public boolean getEnabled() {
        return enabled;
    }

    public static final PermissionGroup GROUP = new PermissionGroup("Permission", Permission.class, null);

    public static final Permission READ =
            new Permission(GROUP, "GenericRead", null, null, true, new PermissionScope[0]);

    public static final Permission WRITE =
            new Permission(GROUP, "GenericWrite", null, null, true, new PermissionScope[0]);

    public static final Permission CREATE =
            new Permission(GROUP, "GenericCreate", null, null, true, new PermissionScope[0]);

    public static final Permission UPDATE =
            new Permission(GROUP, "GenericUpdate", null, null, true, new PermissionScope[0]);

    public static final Permission DELETE =
            new Permission(GROUP, "GenericDelete", null, null, true, new PermissionScope[0]);

    public static final Permission CONFIGURE =
            new Permission(GROUP, "GenericConfigure", null, null, true, new PermissionScope[0]);
}
