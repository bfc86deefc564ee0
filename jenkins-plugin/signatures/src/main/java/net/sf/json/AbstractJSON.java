package net.sf.json;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;
import java.io.Writer;

abstract class AbstractJSON implements JSON {
    public final Writer write(Writer writer) throws IOException {
        throw compileOnly();
    }

    public final Writer writeCanonical(Writer writer) throws IOException {
        throw compileOnly();
    }
}
