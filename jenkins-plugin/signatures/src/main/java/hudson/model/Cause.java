package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

public abstract class Cause {
    public abstract String getShortDescription();

    public void onAddedTo(Run build) {
        throw compileOnly();
    }

    public void onLoad(Run<?, ?> build) {
        throw compileOnly();
    }

    public void print(TaskListener listener) {
        throw compileOnly();
    }

    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        public UserIdCause(String userId) {}

        public String getUserId() {
            throw compileOnly();
        }

        public String getUserName() {
            throw compileOnly();
        }

        public String getShortDescription() {
            throw compileOnly();
        }
    }
}
