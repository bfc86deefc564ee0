package io.cerebro.bamboo.task;

import com.atlassian.bamboo.collections.ActionParametersMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser sent. */
final class Parameters extends HashMap<String, Object> implements ActionParametersMap {
    private static final long serialVersionUID = 1;

    /** @param texts by the fields' keys */
    static Parameters of(TaskKind kind, Map<String, String> texts) {
        Parameters parameters = new Parameters();
        texts.forEach(
                (key, text) -> parameters.put(kind.field(key).orElseThrow().parameter(), text));
        return parameters;
    }

    @Override
    public @Nullable String getString(@Nullable String key) {
        return (String) get(key);
    }

    @Override
    public String getString(@Nullable String key, String otherwise) {
        String text = getString(key);
        return text == null ? otherwise : text;
    }

    @Override
    public boolean getBoolean(@Nullable String key) {
        return Boolean.parseBoolean(getString(key));
    }
}
