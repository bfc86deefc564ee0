package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.search.SearchableModelObject;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.util.io.OnMaster;

public interface Item
        extends PersistenceRoot, FullyNamedModelObject, SearchableModelObject, FullyNamed, AccessControlled, OnMaster {
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

    PermissionGroup PERMISSIONS = null;

    Permission CREATE = null;

    Permission DELETE = null;

    Permission CONFIGURE = null;

    Permission READ = null;

    Permission DISCOVER = null;

    Permission EXTENDED_READ = null;

    Permission BUILD = null;

    Permission WORKSPACE = null;

    Permission CANCEL = null;
}
