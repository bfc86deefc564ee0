package io.cerebro.bamboo.specs;

import com.atlassian.bamboo.specs.api.builders.task.Task;
import com.atlassian.bamboo.specs.api.exceptions.PropertiesValidationException;
import com.atlassian.bamboo.specs.api.model.AtlassianModuleProperties;
import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import com.atlassian.bamboo.specs.api.validators.common.ValidationContext;
import com.atlassian.bamboo.specs.api.validators.common.ValidationProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all tasks have. A text may hold Bamboo variables such as {@code ${bamboo.realm}}; it is checked when the task runs, then. */
public abstract class CerebroTask<T extends CerebroTask<T>> extends Task<T, AnyTaskProperties> {
    private static final String PLUGIN = "io.cerebro.bamboo-plugin";

    private final String module;
    private final List<String> required;
    private final Map<String, String> configuration = new LinkedHashMap<>();

    CerebroTask(String module, String... required) {
        this.module = module;
        this.required = List.of(required);
    }

    /**
     * The realm.
     *
     * @param name such as {@code prod}; must be given
     */
    public T realm(String name) {
        return with("realm", name);
    }

    /** @throws PropertiesValidationException that names each wrong field and the mend */
    @Override
    protected AnyTaskProperties build() {
        ValidationContext context = ValidationContext.of(getClass().getSimpleName());
        List<ValidationProblem> problems = Rules.broken(required, configuration).stream()
                .map(message -> new ValidationProblem(context, message))
                .collect(Collectors.toList());
        if (!problems.isEmpty()) {
            throw new PropertiesValidationException(problems);
        }
        return new AnyTaskProperties(
                new AtlassianModuleProperties(PLUGIN + ":" + module),
                description,
                taskEnabled,
                configuration,
                requirements,
                conditions);
    }

    /** A blank text takes a field back. */
    T with(String key, String text) {
        if (text.isBlank()) {
            configuration.remove(key);
        } else {
            configuration.put(key, text);
        }
        return self();
    }

    T with(String key, Duration duration) {
        long millis = duration.toMillis();
        return with(key, millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms");
    }

    T with(String key, Map<String, String> pairs) {
        pairs.forEach((name, value) -> {
            if ((name + value).lines().count() > 1) {
                throw new PropertiesValidationException(
                        ValidationContext.of(getClass().getSimpleName()),
                        key + " must have names and values of one line each, but " + name + " has more");
            }
        });
        return with(
                key,
                pairs.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining("\n")));
    }

    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof CerebroTask
                && configuration.equals(((CerebroTask<?>) other).configuration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), configuration);
    }
}
