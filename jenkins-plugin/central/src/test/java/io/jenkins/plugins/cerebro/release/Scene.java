package io.jenkins.plugins.cerebro.release;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.Permission;
import io.cerebro.gate.SequentialJudge;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import io.cerebro.marathon.Events;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.realm.Additions;
import io.cerebro.realm.Audience;
import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.Limits;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Timeouts;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.Settings;
import io.cerebro.release.TestClock;
import io.cerebro.release.World;
import io.cerebro.report.Links;
import io.cerebro.signatures.Fakes;
import io.cerebro.traffic.FakeRouter;
import io.cerebro.traffic.Share;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.Granted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import jenkins.model.ArtifactManager;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** A build of a Jenkins whose realm is in memory: {@code /orders} v1 is live there with three instances, under traffic. */
final class Scene implements Lent {
    static final String V2 = """
            {"id": "/orders", "instances": 3, "cpus": 0.5, "mem": 128,
             "container": {"docker": {"image": "registry/orders:v2"}},
             "healthChecks": [{"path": "/health"}]}""";

    private static final Map<String, Scene> ALL = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_LOOKS = 2_000;

    final TestClock clock;
    final FakeMarathon marathon;
    final FakeRouter router;
    final ManualTimer timer = new ManualTimer(this::stirred);
    final Run<?, ?> run = mock(Run.class);
    final Set<Permission> may = new HashSet<>(Set.of(CerebroPermissions.DEPLOY));
    final Context context;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TaskListener listener = () -> new PrintStream(log, true, StandardCharsets.UTF_8);
    private final Path directory;
    Audience audience = Audience.NOBODY;
    private int lent;
    private boolean over;
    private boolean inNode;

    private Scene(String build, Path directory) throws Exception {
        Drive drive = new Drive().live(Drive.orders("v1"));
        clock = drive.clock;
        marathon = drive.marathon;
        router = drive.router;
        this.directory = directory;
        context = new Context(this, build);
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("shop/orders");
        when(job.getACL()).thenReturn(ACL.lambda2((who, permission) -> may.contains(permission)));
        doReturn(job).when(run).getParent();
        when(run.getNumber()).thenReturn(12);
        when(run.getCauses()).thenReturn(List.of());
        when(run.getRootDir()).thenReturn(directory.resolve(build).toFile());
        when(run.getExternalizableId()).thenReturn(build);
        when(run.pickArtifactManager()).thenReturn(mock(ArtifactManager.class));
    }

    /** The build's name is its id in this Jenkins. */
    static Scene of(String build, Path directory) throws Exception {
        Scene scene = new Scene(build, directory);
        ALL.put(build, scene);
        Fakes.timer(scene.timer);
        Jenkins jenkins = Granted.permissions(CerebroPermissions.DEPLOY);
        doReturn(null).when(jenkins).getRootUrl();
        return scene;
    }

    static Scene named(String build) {
        return Objects.requireNonNull(ALL.get(build));
    }

    static void reset() {
        ALL.clear();
        Fakes.reset();
    }

    /** A step's, with names and values in turn. */
    static Request request(Goal goal, String... fields) {
        Map<String, String> given = new TreeMap<>(Map.of("realm", "prod"));
        if (goal.needsDefinition()) {
            given.put("definition", V2);
        }
        for (int i = 0; i < fields.length; i += 2) {
            given.put(fields[i], fields[i + 1]);
        }
        return Request.of(goal, given, new EnvVars());
    }

    TaskListener listener() {
        return listener;
    }

    /** A step then has a workspace. */
    void enterNode() {
        inNode = true;
    }

    FilePath workspace() {
        return new FilePath(directory.toFile());
    }

    /** The lines of Cerebro without the time of day. */
    List<String> log() {
        return log.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\[Cerebro] (?:\\d\\d:\\d\\d:\\d\\d {2})?", ""))
                .toList();
    }

    /** How many loans have not been given back. */
    int lent() {
        return lent;
    }

    List<Share> shares() {
        return router.history();
    }

    /** Looks until something is so. */
    void until(BooleanSupplier so) {
        settle();
        for (int i = 0; i < MOST_LOOKS && !over && !so.getAsBoolean(); i++) {
            look();
        }
        if (!so.getAsBoolean()) {
            throw new AssertionError("did not come about; the log says: " + log());
        }
    }

    /** Until the release is, though maybe not its step. */
    void toEnd() {
        until(() -> over);
    }

    void untilPartial() {
        until(() -> router.share("lb1", Drive.ORDERS).equals(Share.percent(10)) && said("canary answered"));
    }

    private boolean said(String what) {
        return log().stream().anyMatch(line -> line.startsWith("partial") && line.contains(what));
    }

    void looks(int times) {
        for (int i = 0; i < times; i++) {
            look();
        }
    }

    private void look() {
        settle();
        ManualTimer.Task task = timer.next();
        router.requests(Drive.ORDERS, task.delay().toMillis() / 10);
        clock.advance(task.delay());
        task.run();
        settle();
    }

    /** Until nothing happens before the timer goes on, or it is over. */
    void settle() {
        await(() -> timer.waiting() > 0 || over);
    }

    /** Without a look. */
    synchronized void await(BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("nothing has happened; the log says: " + log());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    synchronized void stirred() {
        notifyAll();
    }

    synchronized void over() {
        over = true;
        notifyAll();
    }

    Lent lend() {
        lent++;
        return this;
    }

    @Override
    public Realm realm() {
        return new Realm(
                "prod",
                new MarathonAccess(List.of(URI.create("http://m1:8080")), Optional.empty(), 5051),
                Optional.empty(),
                Optional.empty(),
                Limits.NONE,
                Map.of(),
                Stages.DEFAULT,
                new CanarySettings(Optional.empty()),
                Timeouts.DEFAULT,
                GateSettings.DEFAULT,
                Additions.NONE,
                LockPolicy.WAIT,
                Optional.empty(),
                audience,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Override
    public World world() {
        return new World(marathon, router, new SequentialJudge(), (host, task, lines) -> List.of("FATAL"), clock);
    }

    @Override
    public Events events() {
        return new Silence();
    }

    @Override
    public Settings settings() {
        return Drive.SETTINGS;
    }

    @Override
    public Links links(AppId service) {
        return Links.NONE;
    }

    @Override
    public void giveBack() {
        lent--;
    }

    /** A stream on which nothing comes. */
    private static final class Silence implements Events {
        @Override
        public Subscription listen(Consumer<Event> listener) {
            return () -> {};
        }

        @Override
        public boolean flowing() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** A step of the build, in the realm in memory. */
    static final class Step extends ReleaseExecution {
        private static final long serialVersionUID = 1;

        Step(Scene scene, Request request) {
            super(scene.context, request);
        }

        @Override
        public Lent lend(Run<?, ?> run, String realm) {
            return named(run.getExternalizableId()).lend();
        }

        @Override
        public void ended(Progress reached) {
            super.ended(reached);
            ((Context) getContext()).scene().over();
        }

        @Override
        public void failed(String because) {
            super.failed(because);
            ((Context) getContext()).scene().over();
        }
    }

    Step step(Goal goal, String... fields) {
        return new Step(this, request(goal, fields));
    }

    @Nullable
    Object thing(Class<?> key) {
        return key == Run.class
                ? run
                : key == TaskListener.class ? listener : key == FilePath.class && inNode ? workspace() : null;
    }
}
