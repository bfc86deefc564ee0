package jenkins.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;

public class SystemProperties {
    private SystemProperties() {}

    public static String getString(String key) {
        return System.getProperty(key);
    }

    public static String getString(String key, String def) {
        return System.getProperty(key, def);
    }

    public static String getString(String key, String def, Level logLevel) {
        throw compileOnly();
    }

    public static boolean getBoolean(String name) {
        return Boolean.getBoolean(name);
    }

    public static boolean getBoolean(String name, boolean def) {
        return Boolean.parseBoolean(System.getProperty(name, String.valueOf(def)));
    }

    public static Boolean optBoolean(String name) {
        throw compileOnly();
    }

    public static Duration getDuration(String name) {
        throw compileOnly();
    }

    public static Duration getDuration(String name, ChronoUnit unit) {
        throw compileOnly();
    }

    public static Duration getDuration(String name, Duration defaultValue) {
        throw compileOnly();
    }

    public static Duration getDuration(String name, ChronoUnit unit, Duration defaultValue) {
        throw compileOnly();
    }

    public static Integer getInteger(String name) {
        throw compileOnly();
    }

    public static Integer getInteger(String name, Integer def) {
        throw compileOnly();
    }

    public static Integer getInteger(String name, Integer def, Level logLevel) {
        throw compileOnly();
    }

    public static Long getLong(String name) {
        throw compileOnly();
    }

    public static Long getLong(String name, Long def) {
        throw compileOnly();
    }

    public static Long getLong(String name, Long def, Level logLevel) {
        throw compileOnly();
    }
}
