package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads app ids the way Marathon does: relative to the root, with {@code .} and {@code ..} resolved. */
final class Ids {
    private Ids() {}

    /** @throws Refusal when it is no id of an app */
    static AppId app(String text) {
        if (text.isEmpty()) {
            throw Refusal.invalidJson(List.of(new Problem("/id", "error.minLength")));
        }
        if (!Syntax.ID.matcher(text).matches()) {
            throw Refusal.invalidJson(List.of(new Problem("/id", "error.pattern")));
        }
        String path = canonical(text);
        if (path.equals("/")) {
            throw Refusal.invalidObject(List.of(
                    new Problem("/id", "Path must contain at least one path element"),
                    new Problem("/", "must not be root")));
        }
        if (path.matches(".*/(restart|tasks|versions)")) {
            throw Refusal.invalidObject(List.of(new Problem(
                    "/id",
                    "must not end with any of the following reserved keywords: restart, tasks, versions, ., ..")));
        }
        return AppId.of(path);
    }

    /** An absolute path without empty, {@code .} and {@code ..} segments; it may be no valid id at all. */
    static String canonical(String text) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : text.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        return "/" + String.join("/", kept);
    }
}
