package io.cerebro.diff;

import java.util.regex.Pattern;

/**
 * Where a value is.
 *
 * @param path for people, such as {@code healthChecks[1].path}
 * @param pattern the same for any index: {@code healthChecks[].path}
 * @param hidden whether what is here is nobody's business
 */
record Spot(String path, String pattern, boolean hidden) {
    static final Spot TOP = new Spot("", "", false);

    private static final Pattern SECRET = Pattern.compile(Secrets.NAMES, Pattern.CASE_INSENSITIVE);
    /** Docker's own options: of {@code {"key": "env", "value": "PASSWORD=..."}} the value is secret, and the key is not. */
    private static final String PARAMETER = "container.docker.parameters[]";

    Spot child(String name) {
        String dot = path.isEmpty() ? "" : ".";
        return new Spot(path + dot + Shown.text(name), pattern + dot + name, hidden || hides(name));
    }

    Spot item(int index) {
        return new Spot(path + "[" + index + "]", pattern + "[]", hidden);
    }

    private boolean hides(String name) {
        return pattern.equals(PARAMETER)
                ? name.equals("value")
                : (path.isEmpty() && (name.equals("env") || name.equals("environmentVariables")))
                        || SECRET.matcher(name).find();
    }
}
