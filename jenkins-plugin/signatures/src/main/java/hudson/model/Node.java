package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jenkins.util.io.OnMaster;

public abstract class Node extends AbstractModelObject
        implements ExtensionPoint, AccessControlled, OnMaster, PersistenceRoot {
    public String getDisplayName() {
        throw compileOnly();
    }

    public abstract String getNodeName();

    public abstract String getNodeDescription();

    public abstract Launcher createLauncher(TaskListener listener);

    public abstract int getNumExecutors();

    public final Computer toComputer() {
        throw compileOnly();
    }

    public final VirtualChannel getChannel() {
        throw compileOnly();
    }

    public abstract String getLabelString();

    public abstract FilePath getWorkspaceFor(TopLevelItem item);

    public abstract FilePath getRootPath();

    public FilePath createPath(String absolutePath) {
        throw compileOnly();
    }

    public ACL getACL() {
        throw compileOnly();
    }
}
