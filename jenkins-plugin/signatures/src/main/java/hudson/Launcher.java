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
    protected final TaskListener listener = null;

    protected final VirtualChannel channel = null;

    protected Launcher(TaskListener listener, VirtualChannel channel) {}

    protected Launcher(Launcher launcher) {
        this(launcher.listener, launcher.channel);
    }

    public VirtualChannel getChannel() {
        throw compileOnly();
    }

    public TaskListener getListener() {
        throw compileOnly();
    }

    public final class ProcStarter {
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
            throw compileOnly();
        }

        public ProcStarter cmds(File program, String... args) {
            throw compileOnly();
        }

        public ProcStarter cmds(List<String> args) {
            throw compileOnly();
        }

        public ProcStarter cmds(ArgumentListBuilder args) {
            throw compileOnly();
        }

        public List<String> cmds() {
            throw compileOnly();
        }

        public ProcStarter masks(boolean... masks) {
            throw compileOnly();
        }

        public boolean[] masks() {
            throw compileOnly();
        }

        public ProcStarter quiet(boolean quiet) {
            throw compileOnly();
        }

        public boolean quiet() {
            throw compileOnly();
        }

        public ProcStarter pwd(FilePath workDir) {
            throw compileOnly();
        }

        public ProcStarter pwd(File workDir) {
            throw compileOnly();
        }

        public ProcStarter pwd(String workDir) {
            throw compileOnly();
        }

        public FilePath pwd() {
            throw compileOnly();
        }

        public ProcStarter stdout(OutputStream out) {
            throw compileOnly();
        }

        public ProcStarter stdout(TaskListener out) {
            throw compileOnly();
        }

        public OutputStream stdout() {
            throw compileOnly();
        }

        public ProcStarter stderr(OutputStream err) {
            throw compileOnly();
        }

        public OutputStream stderr() {
            throw compileOnly();
        }

        public ProcStarter stdin(InputStream in) {
            throw compileOnly();
        }

        public InputStream stdin() {
            throw compileOnly();
        }

        public ProcStarter envs(Map<String, String> overrides) {
            throw compileOnly();
        }

        public ProcStarter envs(String... overrides) {
            throw compileOnly();
        }

        public String[] envs() {
            throw compileOnly();
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
            throw compileOnly();
        }

        public int join() throws IOException, InterruptedException {
            throw compileOnly();
        }

        public ProcStarter copy() {
            throw compileOnly();
        }
    }

    public final ProcStarter launch() {
        throw compileOnly();
    }

    public abstract Proc launch(ProcStarter starter) throws IOException;

    public abstract Channel launchChannel(String[] cmd, OutputStream out, FilePath workDir, Map<String, String> envVars)
            throws IOException, InterruptedException;

    public boolean isUnix() {
        throw compileOnly();
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
