package hudson.model;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.console.ConsoleNote;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public interface TaskListener extends SerializableOnlyOverRemoting {
    PrintStream getLogger();

    default void annotate(ConsoleNote ann) throws IOException {
        throw compileOnly();
    }

    default void hyperlink(String url, String text) throws IOException {
        throw compileOnly();
    }

    default PrintWriter error(String msg) {
        throw compileOnly();
    }

    default PrintWriter error(String format, Object... args) {
        throw compileOnly();
    }

    default PrintWriter fatalError(String msg) {
        throw compileOnly();
    }

    default PrintWriter fatalError(String format, Object... args) {
        throw compileOnly();
    }

    TaskListener NULL = null;
}
