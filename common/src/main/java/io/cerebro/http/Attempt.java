package io.cerebro.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking one address.
 *
 * @param said where, and what was wrong
 * @param left whether the request may have been received
 */
record Attempt(@Nullable Answer answer, String said, boolean left) {
    static Attempt answered(Answer answer) {
        String silent = answer.body().isEmpty() ? " with an empty body" : "";
        return new Attempt(answer, answer.url() + " but it answered " + answer.status() + silent, true);
    }

    static Attempt failed(String where, IOException failure, boolean left) {
        return new Attempt(null, where + " but " + Trouble.of(failure), left);
    }
}
