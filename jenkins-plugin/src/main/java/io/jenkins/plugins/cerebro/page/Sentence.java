package io.jenkins.plugins.cerebro.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer of one sentence, or of one picture. */
record Sentence(int status, String type, String text) implements HttpResponse {
    Sentence(int status, String text) {
        this(status, "text/plain", text);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, @Nullable Object node)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.getWriter().write(text);
    }
}
