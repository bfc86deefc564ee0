package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Util {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+}|\\$)");

    public static String replaceMacro(String s, Map<String, String> properties) {
        return VARIABLE.matcher(s).replaceAll(found -> {
            String name = found.group(1).replaceAll("[{}]", "");
            String value = name.equals("$") ? "$" : properties.get(name);
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    public static boolean isRelativePath(String path) {
        throw compileOnly();
    }

    public static String[] tokenize(String s, String delimiter) {
        throw compileOnly();
    }

    public static String[] tokenize(String s) {
        throw compileOnly();
    }

    public static String nullify(String v) {
        return fixEmpty(v);
    }

    public static String getDigestOf(InputStream source) throws IOException {
        throw compileOnly();
    }

    public static String getDigestOf(String text) {
        throw compileOnly();
    }

    public static String getDigestOf(File file) throws IOException {
        throw compileOnly();
    }

    public static String toHexString(byte[] data, int start, int len) {
        throw compileOnly();
    }

    public static String toHexString(byte[] bytes) {
        throw compileOnly();
    }

    public static String getTimeSpanString(long duration) {
        throw compileOnly();
    }

    public static String encode(String s) {
        throw compileOnly();
    }

    public static String rawEncode(String s) {
        throw compileOnly();
    }

    public static String singleQuote(String s) {
        throw compileOnly();
    }

    public static String escape(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#039;")
                        .replace("\n", "<br>");
    }

    public static String xmlEscape(String text) {
        throw compileOnly();
    }

    public static String fixNull(String s) {
        return s == null ? "" : s;
    }

    public static <T> T fixNull(T s, T defaultValue) {
        return s == null ? defaultValue : s;
    }

    public static String fixEmpty(String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    public static String fixEmptyAndTrim(String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static <T> List<T> fixNull(List<T> l) {
        return l == null ? List.of() : l;
    }

    public static <T> Set<T> fixNull(Set<T> l) {
        throw compileOnly();
    }

    public static <T> Collection<T> fixNull(Collection<T> l) {
        throw compileOnly();
    }

    public static <T> Iterable<T> fixNull(Iterable<T> l) {
        throw compileOnly();
    }

    public static <T> List<T> join(Collection<? extends T>... items) {
        throw compileOnly();
    }

    public static boolean isSafeToRedirectTo(String uri) {
        throw compileOnly();
    }
}
