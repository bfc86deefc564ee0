package hudson.console;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.ExtensionPoint;
import hudson.MarkupText;
import hudson.model.Describable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.Writer;

public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    public abstract ConsoleAnnotator annotate(T context, MarkupText text, int charPos);

    public void encodeTo(OutputStream out) throws IOException {
        throw compileOnly();
    }

    public void encodeTo(Writer out) throws IOException {
        throw compileOnly();
    }

    public String encode() throws IOException {
        throw compileOnly();
    }
}
