package org.jenkinsci.remoting;

import static io.cerebro.signatures.Signatures.compileOnly;

public final class Role {
    public Role(String name) {}

    public Role(Class<?> name) {
        this(name.getName());
    }

    public String getName() {
        throw compileOnly();
    }
}
