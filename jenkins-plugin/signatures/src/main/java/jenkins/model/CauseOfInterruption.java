package jenkins.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;

public abstract class CauseOfInterruption implements Serializable {
    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    public static final class UserInterruption extends CauseOfInterruption {
        private final String user;

        public UserInterruption(User user) {
            this.user = user.getId();
        }

        public UserInterruption(String userId) {
            this.user = userId;
        }

        public String getUserId() {
            return user;
        }

        public User getUser() {
            throw compileOnly();
        }

        public User getUserOrNull() {
            throw compileOnly();
        }

        public String getShortDescription() {
            return "Aborted by " + user;
        }

        public void print(TaskListener listener) {
            listener.getLogger().println(getShortDescription());
        }

        public boolean equals(Object o) {
            return o instanceof UserInterruption that && user.equals(that.user);
        }

        public int hashCode() {
            return user.hashCode();
        }
    }
}
