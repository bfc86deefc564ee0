package io.cerebro.bamboo.specs;

import java.time.Duration;

/** A task about what the realm has of a service. */
public abstract class ServiceTask<T extends ServiceTask<T>> extends CerebroTask<T> {
    ServiceTask(String module, String... required) {
        super(module, required);
    }

    /** The service's id in Marathon, such as {@code /orders}; must be given. */
    public T service(String id) {
        return with("service", id);
    }

    /** How long instances may take until they serve, such as {@code 5m}. */
    public T healthyWithin(String text) {
        return with("healthyWithin", text);
    }

    /** How long instances may take until they serve. */
    public T healthyWithin(Duration duration) {
        return with("healthyWithin", duration);
    }
}
