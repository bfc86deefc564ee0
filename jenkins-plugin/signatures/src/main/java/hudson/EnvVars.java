package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

public class EnvVars extends TreeMap<String, String> {
    public Platform getPlatform() {
        throw compileOnly();
    }

    public void setPlatform(Platform platform) {
        throw compileOnly();
    }

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(Map<String, String> m) {
        this();
        putAll(m);
    }

    public EnvVars(EnvVars m) {
        this((Map<String, String>) m);
    }

    public EnvVars(String... keyValuePairs) {
        this();
        for (int i = 0; i < keyValuePairs.length; i += 2) {
            put(keyValuePairs[i], keyValuePairs[i + 1]);
        }
    }

    public void override(String key, String value) {
        int plus = key.indexOf('+');
        if (value == null || value.isEmpty()) {
            remove(key);
        } else if (plus > 0) {
            merge(key.substring(0, plus), value, (old, added) -> added + File.pathSeparatorChar + old);
        } else {
            put(key, value);
        }
    }

    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach(this::override);
        return this;
    }

    public EnvVars overrideExpandingAll(Map<String, String> all) {
        throw compileOnly();
    }

    public static void resolve(Map<String, String> env) {
        throw compileOnly();
    }

    public String get(String key, String defaultValue) {
        return getOrDefault(key, defaultValue);
    }

    public String put(String key, String value) {
        return super.put(key, Objects.requireNonNull(value));
    }

    public void putIfNotNull(String key, String value) {
        if (value != null) {
            put(key, value);
        }
    }

    public void putAllNonNull(Map<String, String> map) {
        map.forEach(this::putIfNotNull);
    }

    public void addLine(String line) {
        throw compileOnly();
    }

    public String expand(String s) {
        return Util.replaceMacro(s, this);
    }

    public static EnvVars createCookie() {
        throw compileOnly();
    }

    public static EnvVars getRemote(VirtualChannel channel) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public static final Map<String, String> masterEnvVars = new EnvVars(System.getenv());
}
