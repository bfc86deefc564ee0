package io.cerebro.http;

import java.util.List;

/** Finds the URLs of a system where it registers itself. */
public interface Discovery {
    /**
     * Looks, for some seconds at most; never empty.
     *
     * @throws Unreachable if there is no answer, or nobody is registered
     */
    List<String> urls();
}
