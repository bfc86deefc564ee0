package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Named;
import jenkins.util.io.OnMaster;

public interface Item
        extends PersistenceRoot,
                FullyNamedModelObject,
                SearchableModelObject,
                FullyNamed,
                Named,
                AccessControlled,
                OnMaster {
    ItemGroup<? extends Item> getParent();

    Collection<? extends Job> getAllJobs();

    String getName();

    String getFullName();

    String getDisplayName();

    default String getRelativeNameFrom(ItemGroup g) {
        throw compileOnly();
    }

    default String getRelativeNameFrom(Item item) {
        throw compileOnly();
    }

    String getUrl();

    String getShortUrl();

    void save() throws IOException;

    void delete() throws IOException, InterruptedException;

    PermissionGroup PERMISSIONS = new PermissionGroup("Item", Item.class, null);

    Permission CREATE = new Permission(PERMISSIONS, "Create", null, null, true, new PermissionScope[0]);

    Permission DELETE = new Permission(PERMISSIONS, "Delete", null, null, true, new PermissionScope[0]);

    Permission CONFIGURE = new Permission(PERMISSIONS, "Configure", null, null, true, new PermissionScope[0]);

    Permission READ = new Permission(PERMISSIONS, "Read", null, null, true, new PermissionScope[0]);

    Permission DISCOVER = new Permission(PERMISSIONS, "Discover", null, null, true, new PermissionScope[0]);

    Permission EXTENDED_READ = new Permission(PERMISSIONS, "ExtendedRead", null, null, true, new PermissionScope[0]);

    Permission BUILD = new Permission(PERMISSIONS, "Build", null, null, true, new PermissionScope[0]);

    Permission WORKSPACE = new Permission(PERMISSIONS, "Workspace", null, null, true, new PermissionScope[0]);

    Permission CANCEL = new Permission(PERMISSIONS, "Cancel", null, null, true, new PermissionScope[0]);
}
