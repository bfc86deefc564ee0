package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.Map;
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
    }

    public EnvVars(EnvVars m) {
        this((Map) m);
    }

    public EnvVars(String... keyValuePairs) {
        this();
    }

    public void override(String key, String value) {
        throw compileOnly();
    }

    public EnvVars overrideAll(Map<String, String> all) {
        throw compileOnly();
    }

    public EnvVars overrideExpandingAll(Map<String, String> all) {
        throw compileOnly();
    }

    public static void resolve(Map<String, String> env) {
        throw compileOnly();
    }

    public String get(String key, String defaultValue) {
        throw compileOnly();
    }

    public String put(String key, String value) {
        throw compileOnly();
    }

    public void putIfNotNull(String key, String value) {
        throw compileOnly();
    }

    public void putAllNonNull(Map<String, String> map) {
        throw compileOnly();
    }

    public void addLine(String line) {
        throw compileOnly();
    }

    public String expand(String s) {
        throw compileOnly();
    }

    public static EnvVars createCookie() {
        throw compileOnly();
    }

    public static EnvVars getRemote(VirtualChannel channel) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public static final Map<String, String> masterEnvVars = null;
}
