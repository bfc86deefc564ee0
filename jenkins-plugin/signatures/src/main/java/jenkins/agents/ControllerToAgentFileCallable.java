package jenkins.agents;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.FilePath;
import org.jenkinsci.remoting.RoleChecker;

public interface ControllerToAgentFileCallable<T> extends FilePath.FileCallable<T> {
    default void checkRoles(RoleChecker checker) throws SecurityException {
        throw compileOnly();
    }
}
