package hudson.model;

import hudson.console.ConsoleNote;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public interface TaskListener extends SerializableOnlyOverRemoting {
    PrintStream getLogger();

    default void annotate(ConsoleNote ann) throws IOException {}

    default void hyperlink(String url, String text) throws IOException {
        getLogger().print(text);
    }

    default PrintWriter error(String msg) {
        PrintWriter writer = new PrintWriter(getLogger(), true, StandardCharsets.UTF_8);
        writer.println("ERROR: " + msg);
        return writer;
    }

    default PrintWriter error(String format, Object... args) {
        return error(String.format(format, args));
    }

    default PrintWriter fatalError(String msg) {
        PrintWriter writer = new PrintWriter(getLogger(), true, StandardCharsets.UTF_8);
        writer.println("FATAL: " + msg);
        return writer;
    }

    default PrintWriter fatalError(String format, Object... args) {
        return fatalError(String.format(format, args));
    }

    TaskListener NULL = () -> new PrintStream(OutputStream.nullOutputStream());
}
