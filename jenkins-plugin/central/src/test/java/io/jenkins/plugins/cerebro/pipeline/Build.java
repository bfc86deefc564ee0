package io.jenkins.plugins.cerebro.pipeline;

import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.ArtifactManager;
import org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction;

/** A build of a pipeline, whose agent is this machine: its log, its environment, its workspace, and who is asked. */
final class Build {
    private final Run<?, ?> run = mock(Run.class);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final TaskListener listener = () -> log;
    private final EnvVars environment = new EnvVars();
    private final Checkout checkout;
    private final Path workspace;
    final List<Map<?, ?>> mails = new CopyOnWriteArrayList<>();
    private final List<Action> actions = new CopyOnWriteArrayList<>();
    private volatile Optional<String> approver = Optional.empty();

    /** What {@code checkout scm} puts into a workspace. */
    interface Checkout {
        void into(Path workspace) throws Exception;
    }

    Build(Path directory, int number, Checkout checkout) throws IOException {
        this.checkout = checkout;
        this.workspace = directory.resolve("workspace");
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("shop/orders");
        when(job.getACL()).thenReturn(ACL.lambda2((who, permission) -> permission == CerebroPermissions.DEPLOY));
        doReturn(job).when(run).getParent();
        when(run.getNumber()).thenReturn(number);
        when(run.getCauses()).thenReturn(List.of());
        when(run.getRootDir()).thenReturn(directory.resolve("build").toFile());
        when(run.getExternalizableId()).thenReturn("shop/orders#" + number);
        when(run.pickArtifactManager()).thenReturn(mock(ArtifactManager.class));
        doAnswer(call -> List.copyOf(actions)).when(run).getAllActions();
        environment.put("BUILD_NUMBER", Integer.toString(number));
        environment.put("BUILD_URL", "https://jenkins.example.com/job/orders/" + number + "/");
        environment.put("HOME", directory.toString());
    }

    EnvVars environment() {
        return environment;
    }

    /** Whoever answers {@code input}; without one it waits. */
    Build approvedBy(String user) {
        approver = Optional.of(user);
        return this;
    }

    Object context(Class<?> key, boolean inNode) {
        return Map.<Class<?>, Object>of(Run.class, run, TaskListener.class, listener, EnvVars.class, environment)
                .getOrDefault(key, inNode ? ofNode(key) : null);
    }

    private Object ofNode(Class<?> key) {
        return key == FilePath.class
                ? new FilePath(workspace.toFile())
                : key == Launcher.class ? new LaunchedHere(listener) : null;
    }

    void say(String line) {
        log.println(line);
    }

    /** The lines of Cerebro without the time of day, and those of steps. */
    List<String> log() {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\[Cerebro] (?:\\d\\d:\\d\\d:\\d\\d {2})?", ""))
                .toList();
    }

    void ask(Object question, Runnable yes) {
        say(String.valueOf(question));
        approver.ifPresent(user -> {
            actions.add(new ApproverAction(user));
            yes.run();
        });
    }

    /** The mail server takes it, and then is away. */
    Object mail(Map<?, ?> mail) throws AbortException {
        mails.add(mail);
        if (mails.size() > 1) {
            throw new AbortException("Could not connect to SMTP host");
        }
        return null;
    }

    Object checkout(boolean inNode) throws Exception {
        requireNode("checkout", inNode);
        checkout.into(workspace);
        return Map.of();
    }

    Object shell(boolean inNode, String script) throws Exception {
        requireNode("sh", inNode);
        ProcessBuilder process = new ProcessBuilder("sh", "-xec", script)
                .directory(workspace.toFile())
                .redirectErrorStream(true);
        process.environment().putAll(environment);
        Process running = process.start();
        running.inputReader().lines().forEach(this::say);
        int code = running.waitFor();
        if (code != 0) {
            throw new AbortException("script returned exit code " + code);
        }
        return null;
    }

    private static void requireNode(String step, boolean inNode) throws AbortException {
        if (!inNode) {
            throw new AbortException(
                    "Required context class hudson.FilePath is missing: perhaps " + step + " needs a node");
        }
    }

    @Override
    public String toString() {
        return String.join("\n", log());
    }
}
