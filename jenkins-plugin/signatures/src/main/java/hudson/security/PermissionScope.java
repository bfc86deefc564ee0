package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.ModelObject;

public final class PermissionScope {
    public final Class<? extends ModelObject> modelClass = null;

    public PermissionScope(Class<? extends ModelObject> modelClass, PermissionScope... containers) {}

    public boolean isContainedBy(PermissionScope s) {
        throw compileOnly();
    }

    public static final PermissionScope JENKINS = null;

    public static final PermissionScope ITEM_GROUP = null;

    public static final PermissionScope ITEM = null;

    public static final PermissionScope RUN = null;

    public static final PermissionScope COMPUTER = null;
}
