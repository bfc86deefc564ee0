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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jenkins.util.VirtualFile;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    private final VirtualChannel channel;
    private final String remote;

    public FilePath(VirtualChannel channel, String remote) {
        this.channel = channel;
        this.remote = remote;
    }

    public FilePath(File localPath) {
        this((VirtualChannel) null, localPath.getPath());
    }

    public FilePath(FilePath base, String rel) {
        this(base.channel, Path.of(base.remote).resolve(rel).toString());
    }

    public String getRemote() {
        return remote;
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
        return callable.invoke(new File(remote), channel);
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
        Files.createDirectories(Path.of(remote));
    }

    public void deleteRecursive() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(Path.of(remote))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public void deleteContents() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String getBaseName() {
        throw compileOnly();
    }

    public String getName() {
        return Path.of(remote).getFileName().toString();
    }

    public FilePath sibling(String rel) {
        return getParent().child(rel);
    }

    public FilePath child(String relOrAbsolute) {
        return new FilePath(this, relOrAbsolute);
    }

    public FilePath getParent() {
        return new FilePath(channel, Path.of(remote).getParent().toString());
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
        return Files.deleteIfExists(Path.of(remote));
    }

    public boolean exists() throws IOException, InterruptedException {
        return Files.exists(Path.of(remote));
    }

    public long lastModified() throws IOException, InterruptedException {
        throw compileOnly();
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return Files.isDirectory(Path.of(remote));
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
        return Files.newInputStream(Path.of(remote));
    }

    public InputStream read(FilePath rootPath, OpenOption... openOptions) throws IOException, InterruptedException {
        throw compileOnly();
    }

    public String readToString() throws IOException, InterruptedException {
        return Files.readString(Path.of(remote));
    }

    public OutputStream write() throws IOException, InterruptedException {
        mkdirsOfParent();
        return Files.newOutputStream(Path.of(remote));
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        mkdirsOfParent();
        Files.writeString(
                Path.of(remote), content, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
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
        return channel;
    }

    public boolean isRemote() {
        return channel != null;
    }

    public boolean isDescendant(String potentialChildRelativePath) throws IOException, InterruptedException {
        throw compileOnly();
    }

    private void mkdirsOfParent() throws IOException {
        Files.createDirectories(Path.of(remote).toAbsolutePath().getParent());
    }
}
