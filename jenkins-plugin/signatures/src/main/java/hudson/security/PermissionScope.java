package hudson.security;

import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.List;
import jenkins.model.Jenkins;

public final class PermissionScope {
    private final List<PermissionScope> containers;

    public final Class<? extends ModelObject> modelClass;

    public PermissionScope(Class<? extends ModelObject> modelClass, PermissionScope... containers) {
        this.modelClass = modelClass;
        this.containers = List.of(containers);
    }

    public boolean isContainedBy(PermissionScope s) {
        return this == s || containers.stream().anyMatch(it -> it.isContainedBy(s));
    }

    public static final PermissionScope JENKINS = new PermissionScope(Jenkins.class);

    public static final PermissionScope ITEM_GROUP = new PermissionScope(ItemGroup.class, JENKINS);

    public static final PermissionScope ITEM = new PermissionScope(Item.class, ITEM_GROUP);

    public static final PermissionScope RUN = new PermissionScope(Run.class, ITEM);

    public static final PermissionScope COMPUTER = new PermissionScope(Computer.class, JENKINS);
}
