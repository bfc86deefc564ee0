package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;
import org.kohsuke.stapler.StaplerProxy;

public abstract class Computer extends Actionable implements AccessControlled, DescriptorByNameOwner, StaplerProxy {
    protected Computer(Node node) {}

    public abstract VirtualChannel getChannel();

    public int getNumExecutors() {
        throw compileOnly();
    }

    public String getName() {
        throw compileOnly();
    }

    public Node getNode() {
        throw compileOnly();
    }

    public boolean isOffline() {
        throw compileOnly();
    }

    public final boolean isOnline() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public String getUrl() {
        throw compileOnly();
    }

    public List<Executor> getExecutors() {
        throw compileOnly();
    }

    public EnvVars getEnvironment() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public EnvVars buildEnvironment(TaskListener listener) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String getHostName() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public static Computer currentComputer() {
        throw compileOnly();
    }
}
