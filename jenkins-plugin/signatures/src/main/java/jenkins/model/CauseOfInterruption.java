package jenkins.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;

public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        throw compileOnly();
    }

    public static final class UserInterruption extends CauseOfInterruption {
        public UserInterruption(User user) {}

        public UserInterruption(String userId) {}

        public String getUserId() {
            throw compileOnly();
        }

        public User getUser() {
            throw compileOnly();
        }

        public User getUserOrNull() {
            throw compileOnly();
        }

        public String getShortDescription() {
            throw compileOnly();
        }

        public void print(TaskListener listener) {
            throw compileOnly();
        }

        public boolean equals(Object o) {
            throw compileOnly();
        }

        public int hashCode() {
            throw compileOnly();
        }
    }
}
