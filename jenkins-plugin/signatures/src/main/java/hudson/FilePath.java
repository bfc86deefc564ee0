package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.file.OpenOption;
import java.util.List;
import jenkins.util.VirtualFile;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    public FilePath(VirtualChannel channel, String remote) {}

    public FilePath(File localPath) {}

    public FilePath(FilePath base, String rel) {}

    public String getRemote() {
        throw compileOnly();
    }

    public FilePath absolutize() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void copyFrom(URL url) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void copyFrom(FilePath src) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public <T> Future<T> actAsync(FileCallable<T> callable) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public <V, E extends Throwable> V act(Callable<V, E> callable) throws IOException, InterruptedException, E {
        throw compileOnly();
    }

    public URI toURI() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public VirtualFile toVirtualFile() {
        throw compileOnly();
    }

    public Computer toComputer() {
        throw compileOnly();
    }

    public void mkdirs() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void deleteContents() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String getBaseName() {
        throw compileOnly();
    }

    public String getName() {
        throw compileOnly();
    }

    public FilePath sibling(String rel) {
        throw compileOnly();
    }

    public FilePath child(String relOrAbsolute) {
        throw compileOnly();
    }

    public FilePath getParent() {
        throw compileOnly();
    }

    public FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents)
            throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath createTextTempFile(String prefix, String suffix, String contents, boolean inThisDirectory)
            throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath createTempDir(String prefix, String suffix) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public boolean delete() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public boolean exists() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public long lastModified() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public long length() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void chmod(int mask) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public int mode() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public List<FilePath> list() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public List<FilePath> list(FilePath verificationRoot, OpenOption... openOptions)
            throws IOException, InterruptedException {
        throw compileOnly();
    }

    public List<FilePath> listDirectories() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public List<FilePath> list(FileFilter filter) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath[] list(String includes) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath[] list(String includes, String excludes) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public FilePath[] list(String includes, String excludes, boolean defaultExcludes)
            throws IOException, InterruptedException {
        throw compileOnly();
    }

    public InputStream read() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public InputStream read(FilePath rootPath, OpenOption... openOptions) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String readToString() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public OutputStream write() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void renameTo(FilePath target) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void copyTo(FilePath target) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public void copyTo(OutputStream os) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public Launcher createLauncher(TaskListener listener) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public VirtualChannel getChannel() {
        throw compileOnly();
    }

    public boolean isRemote() {
        throw compileOnly();
    }

    public boolean isDescendant(String potentialChildRelativePath) throws IOException, InterruptedException {
        throw compileOnly();
    }
}
