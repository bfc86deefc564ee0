package hudson.security;

import static io.cerebro.signatures.Signatures.compileOnly;

import org.springframework.security.core.context.SecurityContext;

public class ACLContext implements AutoCloseable {
    ACLContext() {}

    public SecurityContext getPreviousContext2() {
        throw compileOnly();
    }

    public void close() {}
}
