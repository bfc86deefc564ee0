package org.kohsuke.stapler;

import static io.cerebro.signatures.Signatures.compileOnly;

import jakarta.servlet.http.HttpServlet;

public class Stapler extends HttpServlet {
    public static StaplerRequest2 getCurrentRequest2() {
        throw compileOnly();
    }

    public static StaplerResponse2 getCurrentResponse2() {
        throw compileOnly();
    }
}
