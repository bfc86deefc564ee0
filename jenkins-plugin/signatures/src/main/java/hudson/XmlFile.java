package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.File;
import java.io.IOException;

public final class XmlFile {
    public XmlFile(File file) {}

    public File getFile() {
        throw compileOnly();
    }

    public Object read() throws IOException {
        throw compileOnly();
    }

    public Object unmarshal(Object o) throws IOException {
        throw compileOnly();
    }

    public void write(Object o) throws IOException {
        throw compileOnly();
    }

    public boolean exists() {
        throw compileOnly();
    }

    public void delete() throws IOException {
        throw compileOnly();
    }
}
