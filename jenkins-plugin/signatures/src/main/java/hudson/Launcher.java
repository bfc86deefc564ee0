package hudson;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.util.ArgumentListBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

public abstract class Launcher {
    protected final TaskListener listener;

    protected final VirtualChannel channel;

    protected Launcher(TaskListener listener, VirtualChannel channel) {
        this.listener = listener;
        this.channel = channel;
    }

    protected Launcher(Launcher launcher) {
        this(launcher.listener, launcher.channel);
    }

    public VirtualChannel getChannel() {
        return channel;
    }

    public TaskListener getListener() {
        return listener;
    }

    public final class ProcStarter {
        private boolean quiet;

        protected List<String> commands;

        protected boolean[] masks;

        protected FilePath pwd;

        protected OutputStream stdout;

        protected OutputStream stderr;

        protected InputStream stdin;

        protected String[] envs;

        protected boolean reverseStdin;

        protected boolean reverseStdout;

        protected boolean reverseStderr;

        public ProcStarter cmdAsSingleString(String s) {
            throw compileOnly();
        }

        public ProcStarter cmds(String... args) {
            commands = List.of(args);
            return this;
        }

        public ProcStarter cmds(File program, String... args) {
            throw compileOnly();
        }

        public ProcStarter cmds(List<String> args) {
            commands = List.copyOf(args);
            return this;
        }

        public ProcStarter cmds(ArgumentListBuilder args) {
            commands = args.toList();
            masks = args.toMaskArray();
            return this;
        }

        public List<String> cmds() {
            return commands;
        }

        public ProcStarter masks(boolean... masks) {
            this.masks = masks;
            return this;
        }

        public boolean[] masks() {
            return masks;
        }

        public ProcStarter quiet(boolean quiet) {
            this.quiet = quiet;
            return this;
        }

        public boolean quiet() {
            return quiet;
        }

        public ProcStarter pwd(FilePath workDir) {
            pwd = workDir;
            return this;
        }

        public ProcStarter pwd(File workDir) {
            return pwd(new FilePath(workDir));
        }

        public ProcStarter pwd(String workDir) {
            return pwd(new FilePath(channel, workDir));
        }

        public FilePath pwd() {
            return pwd;
        }

        public ProcStarter stdout(OutputStream out) {
            stdout = out;
            return this;
        }

        public ProcStarter stdout(TaskListener out) {
            return stdout(out.getLogger());
        }

        public OutputStream stdout() {
            return stdout;
        }

        public ProcStarter stderr(OutputStream err) {
            stderr = err;
            return this;
        }

        public OutputStream stderr() {
            return stderr;
        }

        public ProcStarter stdin(InputStream in) {
            stdin = in;
            return this;
        }

        public InputStream stdin() {
            return stdin;
        }

        public ProcStarter envs(Map<String, String> overrides) {
            envs = overrides.entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new);
            return this;
        }

        public ProcStarter envs(String... overrides) {
            envs = overrides;
            return this;
        }

        public String[] envs() {
            return envs;
        }

        public ProcStarter readStdout() {
            throw compileOnly();
        }

        public ProcStarter readStderr() {
            throw compileOnly();
        }

        public ProcStarter writeStdin() {
            throw compileOnly();
        }

        public Proc start() throws IOException {
            return launch(this);
        }

        public int join() throws IOException, InterruptedException {
            return start().join();
        }

        public ProcStarter copy() {
            throw compileOnly();
        }
    }

    public final ProcStarter launch() {
        return new ProcStarter();
    }

    public abstract Proc launch(ProcStarter starter) throws IOException;

    public abstract Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
            throws IOException, InterruptedException;

    public boolean isUnix() {
        return File.pathSeparatorChar == ':';
    }

    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;

    protected final void printCommandLine(String[] cmd, FilePath workDir) {
        throw compileOnly();
    }

    protected final void maskedPrintCommandLine(List<String> cmd, boolean[] mask, FilePath workDir) {
        throw compileOnly();
    }

    protected final void maskedPrintCommandLine(String[] cmd, boolean[] mask, FilePath workDir) {
        throw compileOnly();
    }

    public final Launcher decorateFor(Node node) {
        throw compileOnly();
    }

    public final Launcher decorateByEnv(EnvVars _env) {
        throw compileOnly();
    }

    public static class LocalLauncher extends Launcher {
        public LocalLauncher(TaskListener listener) {
            this(listener, null);
        }

        public LocalLauncher(TaskListener listener, VirtualChannel channel) {
            super(listener, channel);
        }

        public Proc launch(ProcStarter ps) throws IOException {
            throw compileOnly();
        }

        public Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
                throws IOException {
            throw compileOnly();
        }

        public void kill(Map<String, String> modelEnvVars) throws InterruptedException {
            throw compileOnly();
        }

        public Channel launchChannel(OutputStream out, ProcessBuilder pb) throws IOException {
            throw compileOnly();
        }
    }
}
