package io.cerebro.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.AppDefinition;
import java.util.List;

/**
 * Compares a live app with a definition that is to replace it whole.
 *
 * <p>What Marathon has filled in or chosen itself is no difference, nor is the order of keys, nor 1 against 1.0.
 */
public final class Differences {
    private Differences() {}

    /** Field by field, in the order of their names. */
    public static List<Difference> between(AppDefinition live, AppDefinition sent) {
        return new Comparison().of(Modern.form(live), Modern.form(sent));
    }

    /** The same of any other kind of definition, whose defaults the caller has filled in. */
    public static List<Difference> between(JsonNode live, JsonNode sent) {
        return new Comparison().of(live, sent);
    }
}
