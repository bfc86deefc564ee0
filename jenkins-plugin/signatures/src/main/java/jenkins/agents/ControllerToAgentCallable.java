package jenkins.agents;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.remoting.Callable;
import org.jenkinsci.remoting.RoleChecker;

public interface ControllerToAgentCallable<V, T extends Throwable> extends Callable<V, T> {
    default void checkRoles(RoleChecker checker) throws SecurityException {
        throw compileOnly();
    }
}
