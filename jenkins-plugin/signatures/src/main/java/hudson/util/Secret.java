package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.Util;
import java.io.Serializable;

public final class Secret implements Serializable {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    public String getPlainText() {
        return value;
    }

    public boolean equals(Object that) {
        return that instanceof Secret other && value.equals(other.value);
    }

    public int hashCode() {
        return value.hashCode();
    }

    public String getEncryptedValue() {
        throw compileOnly();
    }

    public static Secret decrypt(String data) {
        throw compileOnly();
    }

    public static Secret fromString(String data) {
        return new Secret(Util.fixNull(data));
    }

    public static String toString(Secret s) {
        return s == null ? null : s.value;
    }
}
