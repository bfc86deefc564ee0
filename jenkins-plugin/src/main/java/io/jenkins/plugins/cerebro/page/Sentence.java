package io.jenkins.plugins.cerebro.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer of one sentence. */
record Sentence(int status, String text) implements HttpResponse {
    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, @Nullable Object node)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(text);
    }
}
