package io.jenkins.plugins.cerebro.pipeline;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Starts processes on this machine, as the launcher of a Jenkins node does on its own. */
final class LaunchedHere extends Launcher {
    LaunchedHere(TaskListener listener) {
        super(listener, null);
    }

    @Override
    public Proc launch(ProcStarter starter) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(starter.cmds())
                .directory(new File(starter.pwd().getRemote()))
                .redirectErrorStream(true);
        for (String pair : starter.envs()) {
            String[] both = pair.split("=", 2);
            builder.environment().put(both[0], both[1]);
        }
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            starter.stdin().transferTo(input);
        }
        process.getInputStream().transferTo(starter.stdout());
        return new Ended(process);
    }

    @Override
    public Channel launchChannel(
            String[] command, OutputStream out, FilePath directory, Map<String, String> variables) {
        throw new AssertionError("a build opens no channel");
    }

    @Override
    public void kill(Map<String, String> variables) {
        throw new AssertionError("a build kills nothing");
    }

    /** One that has said everything. */
    private static final class Ended extends Proc {
        private final Process process;

        Ended(Process process) {
            this.process = process;
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void kill() {
            process.destroy();
        }

        @Override
        public int join() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public InputStream getStdout() {
            return process.getInputStream();
        }

        @Override
        public InputStream getStderr() {
            return process.getErrorStream();
        }

        @Override
        public OutputStream getStdin() {
            return process.getOutputStream();
        }
    }
}
