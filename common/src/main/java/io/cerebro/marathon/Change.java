package io.cerebro.marathon;

import java.util.List;

/** Marathon's answer to a request that changes an app. */
public sealed interface Change {
    /** Taken. The deployment has started, nothing more: not even {@code deployment_success} means that it runs. */
    record Accepted(String deploymentId, String version) implements Change {}

    /** 409: deployments hold the app. Their ids, as the answer names them. */
    record Locked(List<String> deployments) implements Change {
        public Locked {
            deployments = List.copyOf(deployments);
        }
    }

    /** 409 to a POST: an app with this id is there already. */
    record Exists() implements Change {}

    /** 404 to a DELETE: there is no such app. */
    record Absent() implements Change {}
}
