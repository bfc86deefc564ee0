package hudson.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.Serializable;

public final class Secret implements Serializable {
    Secret() {}

    public String getPlainText() {
        throw compileOnly();
    }

    public boolean equals(Object that) {
        throw compileOnly();
    }

    public int hashCode() {
        throw compileOnly();
    }

    public String getEncryptedValue() {
        throw compileOnly();
    }

    public static Secret decrypt(String data) {
        throw compileOnly();
    }

    public static Secret fromString(String data) {
        throw compileOnly();
    }

    public static String toString(Secret s) {
        throw compileOnly();
    }
}
