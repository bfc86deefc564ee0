package io.cerebro.bamboo.realm;

import com.atlassian.sal.api.component.ComponentLocator;
import java.util.Optional;

/** The services of a Bamboo server, looked up when they are needed: a plugin that imported them would not start on an agent. */
final class Server {
    private Server() {}

    /** Empty where there is none, such as on a remote agent. */
    static <T> Optional<T> service(Class<T> type) {
        try {
            return Optional.ofNullable(ComponentLocator.getComponent(type));
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
