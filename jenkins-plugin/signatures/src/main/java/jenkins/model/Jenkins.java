package jenkins.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.init.InitMilestone;
import hudson.model.AbstractCIBase;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.DescriptorByNameOwner;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.cerebro.signatures.Fakes;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import jenkins.util.io.OnMaster;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public class Jenkins extends AbstractCIBase
        implements StaplerProxy, AccessControlled, DescriptorByNameOwner, OnMaster, Loadable {
    private static final PermissionGroup GROUP = new PermissionGroup("Overall", Jenkins.class, null);

    private Jenkins() {}

    public static Jenkins get() throws IllegalStateException {
        Jenkins it = Fakes.jenkins();
        if (it == null) {
            throw new IllegalStateException(
                    "Jenkins.instance is missing. Read the documentation of Jenkins.getInstanceOrNull to see what you are doing wrong.");
        }
        return it;
    }

    public static Jenkins getInstanceOrNull() {
        return Fakes.jenkins();
    }

    public String getNodeDescription() {
        throw compileOnly();
    }

    public String getDescription() {
        throw compileOnly();
    }

    public String getLegacyInstanceId() {
        throw compileOnly();
    }

    public Descriptor getDescriptor(String id) {
        throw compileOnly();
    }

    public Descriptor getDescriptorByName(String id) {
        throw compileOnly();
    }

    public Descriptor getDescriptor(Class<? extends Describable> type) {
        throw compileOnly();
    }

    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        throw compileOnly();
    }

    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        throw compileOnly();
    }

    public Launcher createLauncher(TaskListener listener) {
        throw compileOnly();
    }

    public String getFullName() {
        throw compileOnly();
    }

    public String getFullDisplayName() {
        throw compileOnly();
    }

    public List<TopLevelItem> getItems() {
        throw compileOnly();
    }

    public List<TopLevelItem> getItems(Predicate<TopLevelItem> pred) {
        throw compileOnly();
    }

    public <T> List<T> getItems(Class<T> type) {
        throw compileOnly();
    }

    public Computer getComputer(String name) {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public Node getNode(String name) {
        throw compileOnly();
    }

    public List<Node> getNodes() {
        throw compileOnly();
    }

    public String getUrlChildPrefix() {
        throw compileOnly();
    }

    public String getRootUrl() throws IllegalStateException {
        throw compileOnly();
    }

    public String getRootUrlFromRequest() {
        throw compileOnly();
    }

    public File getRootDir() {
        throw compileOnly();
    }

    public FilePath getRootPath() {
        throw compileOnly();
    }

    public boolean isUseSecurity() {
        throw compileOnly();
    }

    public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }

    public boolean isQuietingDown() {
        throw compileOnly();
    }

    public boolean isTerminating() {
        throw compileOnly();
    }

    public InitMilestone getInitLevel() {
        throw compileOnly();
    }

    public TopLevelItem getItem(String name) throws AccessDeniedException {
        throw compileOnly();
    }

    public Item getItem(String pathName, ItemGroup context) {
        throw compileOnly();
    }

    public final Item getItem(String pathName, Item context) {
        throw compileOnly();
    }

    public final <T extends Item> T getItem(String pathName, ItemGroup context, Class<T> type) {
        throw compileOnly();
    }

    public final <T extends Item> T getItem(String pathName, Item context, Class<T> type) {
        throw compileOnly();
    }

    public File getRootDirFor(TopLevelItem child) {
        throw compileOnly();
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) throws AccessDeniedException {
        throw compileOnly();
    }

    public Item getItemByFullName(String fullName) {
        throw compileOnly();
    }

    public int getNumExecutors() {
        throw compileOnly();
    }

    public String getLabelString() {
        throw compileOnly();
    }

    public void save() throws IOException {
        throw compileOnly();
    }

    public static Authentication getAuthentication2() {
        return null;
    }

    public static final Authentication ANONYMOUS2 = null;

    public static final Permission ADMINISTER =
            new Permission(GROUP, "Administer", null, null, true, new PermissionScope[0]);

    public static final Permission MANAGE = new Permission(GROUP, "Manage", null, null, true, new PermissionScope[0]);

    public static final Permission SYSTEM_READ =
            new Permission(GROUP, "SystemRead", null, null, true, new PermissionScope[0]);

    public static final Permission READ = new Permission(GROUP, "Read", null, null, true, new PermissionScope[0]);

    public Object getTarget() {
        throw compileOnly();
    }

    public void load() throws IOException {
        throw compileOnly();
    }

    public FilePath getWorkspaceFor(TopLevelItem item) {
        throw compileOnly();
    }
}
