package jenkins.util;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.remoting.Callable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.Collection;

public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    public abstract String getName();

    public abstract URI toURI();

    public abstract VirtualFile getParent();

    public abstract boolean isDirectory() throws IOException;

    public abstract boolean isFile() throws IOException;

    public String readLink() throws IOException {
        throw compileOnly();
    }

    public abstract boolean exists() throws IOException;

    public abstract VirtualFile[] list() throws IOException;

    public Collection<String> list(String includes, String excludes, boolean useDefaultExcludes) throws IOException {
        throw compileOnly();
    }

    public abstract VirtualFile child(String name);

    public abstract long length() throws IOException;

    public abstract long lastModified() throws IOException;

    public abstract boolean canRead() throws IOException;

    public abstract InputStream open() throws IOException;

    public <V> V run(Callable<V, IOException> callable) throws IOException {
        throw compileOnly();
    }
}
