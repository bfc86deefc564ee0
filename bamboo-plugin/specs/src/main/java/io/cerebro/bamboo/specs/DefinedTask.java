package io.cerebro.bamboo.specs;

import java.time.Duration;
import java.util.Map;

/** A task about a version: its app definition, and what is put into it. */
public abstract class DefinedTask<T extends DefinedTask<T>> extends CerebroTask<T> {
    DefinedTask(String module, String... required) {
        super(module, required);
    }

    /** The app definition in the working directory, with the realm's overlay beside it. Default: {@code marathon.yaml}. */
    public T file(String name) {
        return with("file", name);
    }

    /** The app definition itself, as YAML or JSON, instead of a file. */
    public T definition(String text) {
        return with("definition", text);
    }

    /** The image to run, pinned by its digest. Default: that of the variable {@code cerebro.image}, else the definition's own. */
    public T image(String reference) {
        return with("image", reference);
    }

    /** Values for <code>${NAME}</code> in the definition, one {@code NAME=VALUE} a line. */
    public T variables(String lines) {
        return with("variables", lines);
    }

    /** Values for <code>${NAME}</code> in the definition. */
    public T variables(Map<String, String> values) {
        return with("variables", values);
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
