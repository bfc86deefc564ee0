package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

public class User extends AbstractModelObject
        implements AccessControlled, DescriptorByNameOwner, Loadable, Saveable, Comparable<User>, StaplerProxy {
    private User() {}

    public void load() {
        throw compileOnly();
    }

    public int compareTo(User that) {
        throw compileOnly();
    }

    public String getId() {
        throw compileOnly();
    }

    public String getUrl() {
        throw compileOnly();
    }

    public String getAbsoluteUrl() {
        throw compileOnly();
    }

    public String getFullName() {
        throw compileOnly();
    }

    public Authentication impersonate2() throws UsernameNotFoundException {
        throw compileOnly();
    }

    public static User getUnknown() {
        throw compileOnly();
    }

    public static User get(String idOrFullName, boolean create, Map context) {
        throw compileOnly();
    }

    public static User getOrCreateByIdOrFullName(String idOrFullName) {
        throw compileOnly();
    }

    public static User current() {
        throw compileOnly();
    }

    public static User get2(Authentication a) {
        throw compileOnly();
    }

    public static User getById(String id, boolean create) {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public static boolean isIdOrFullnameAllowed(String id) {
        throw compileOnly();
    }

    public void save() throws IOException {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }

    public List<String> getAuthorities() {
        throw compileOnly();
    }

    public Object getTarget() {
        throw compileOnly();
    }
}
