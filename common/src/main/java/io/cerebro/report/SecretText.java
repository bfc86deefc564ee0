package io.cerebro.report;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/** What looks like a secret in a line of text: {@code --password x}, {@code TOKEN=x}, {@code http://user:x@host}. */
final class SecretText {
    static final String HIDDEN = "(hidden)";

    private static final String NAME = "(?:passw|pwd|token|secret|key|credential)";
    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+)";
    private static final Pattern NAMED = Pattern.compile(NAME, CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("--?[\\w.-]{0,40}" + NAME + "[\\w.-]*", CASE_INSENSITIVE);
    private static final Pattern ASSIGNED =
            Pattern.compile("(" + NAME + "[\\w.-]*[\"']?\\s*[=:]\\s*)" + VALUE, CASE_INSENSITIVE);
    private static final Pattern GIVEN =
            Pattern.compile("((?<![\\w-])" + OPTION.pattern() + "\\s+)" + VALUE, CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

    private SecretText() {}

    /** Whether a field of this name holds a secret. */
    static boolean named(String name) {
        return NAMED.matcher(name).find();
    }

    /** Whether this argument of a command announces a secret: {@code --password}. */
    static boolean option(String argument) {
        return OPTION.matcher(argument).matches();
    }

    static String hide(String text) {
        String assigned = ASSIGNED.matcher(text).replaceAll("$1" + HIDDEN);
        String given = GIVEN.matcher(assigned).replaceAll("$1" + HIDDEN);
        return LOGIN.matcher(given).replaceAll(HIDDEN);
    }
}
