package org.kohsuke.stapler;

import static io.cerebro.signatures.Signatures.compileOnly;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public final class HttpRedirect extends RuntimeException implements HttpResponse {
    public HttpRedirect(String url) {
        this(HttpServletResponse.SC_MOVED_TEMPORARILY, url);
    }

    public HttpRedirect(int statusCode, String url) {}

    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws IOException, ServletException {
        throw compileOnly();
    }
}
