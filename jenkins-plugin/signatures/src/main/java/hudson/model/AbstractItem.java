package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.XmlFile;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jakarta.servlet.ServletException;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.Loadable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class AbstractItem extends Actionable
        implements Loadable, Item, AccessControlled, DescriptorByNameOwner, StaplerProxy {
    protected AbstractItem(ItemGroup parent, String name) {}

    public String getName() {
        throw compileOnly();
    }

    public String getPronoun() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public File getRootDir() {
        throw compileOnly();
    }

    public ItemGroup getParent() {
        throw compileOnly();
    }

    public String getDescription() {
        throw compileOnly();
    }

    public abstract Collection<? extends Job> getAllJobs();

    public final String getFullName() {
        throw compileOnly();
    }

    public final String getFullDisplayName() {
        throw compileOnly();
    }

    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        throw compileOnly();
    }

    public void onCopiedFrom(Item src) {
        throw compileOnly();
    }

    public final String getUrl() {
        throw compileOnly();
    }

    public String getShortUrl() {
        throw compileOnly();
    }

    public final String getAbsoluteUrl() {
        throw compileOnly();
    }

    public final Api getApi() {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }

    public void save() throws IOException {
        throw compileOnly();
    }

    public final XmlFile getConfigFile() {
        throw compileOnly();
    }

    public void doSubmitDescription(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException, ServletException {
        throw compileOnly();
    }

    public void delete(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException, ServletException {
        throw compileOnly();
    }

    public void delete() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String toString() {
        throw compileOnly();
    }
}
