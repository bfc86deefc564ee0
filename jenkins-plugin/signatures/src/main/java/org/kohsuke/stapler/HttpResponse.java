package org.kohsuke.stapler;

import static io.cerebro.signatures.Signatures.compileOnly;

import jakarta.servlet.ServletException;
import java.io.IOException;

public interface HttpResponse {
    default void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws IOException, ServletException {
        throw compileOnly();
    }
}
