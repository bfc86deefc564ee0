package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.task.CannotAdopt;
import io.cerebro.local.task.Launch;
import io.cerebro.local.task.TaskUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the local Marathon, put together. */
final class Core {
    private static final Logger LOG = LoggerFactory.getLogger(Core.class);
    private static final Duration FIRST_CHECK = Duration.ofSeconds(15);
    private static final Duration CHECK = Duration.ofMinutes(5);
    final Turns turns;
    final Seams seams;
    final Books books;
    final EventHub hub = new EventHub();
    final Events events;
    final Events.Host host;
    final Tasks tasks;
    final Queue queue;
    final Scaling scaling;
    final Deployments deployments;
    final Requests requests;
    private final Membership membership;
    private final StateFile file;
    private final Memory memory;
    private boolean closed;

    private Core(LocalMarathonConfig config, Loop loop, Seams seams, IntPredicate bindable) {
        this.seams = seams;
        this.turns = new Turns(loop);
        this.file = StateFile.in(config.stateDirectory());
        Optional<JsonNode> saved = file.load();
        String agentId = saved.map(state -> state.path("agentId").asText()).orElseGet(() -> UUID.randomUUID() + "-S0");
        this.host = new Events.Host(config.address(), agentId);
        this.books = new Books(
                new Apps(loop.clock()), new Instances(), new Agent(config, bindable), new Backoff(loop.clock()));
        this.events = new Events(hub, loop.clock(), host);
        this.tasks = new Tasks(books, seams, events, turns, host);
        this.queue = new Queue(books, tasks, turns);
        this.scaling = new Scaling(books, tasks, events);
        this.deployments = new Deployments(
                books.apps(),
                events,
                Map.of(
                        Action.Kind.STOP, new Stopping(books, tasks, events),
                        Action.Kind.SCALE, scaling,
                        Action.Kind.RESTART, new Upgrade(books, tasks, events)));
        this.requests = new Requests(books.apps(), deployments, events);
        this.membership = new Membership(books, seams.rotation(), host.address());
        this.memory = new Memory(books, deployments);
        saved.ifPresent(memory::read);
    }

    static Core start(LocalMarathonConfig config, Loop loop, Seams seams, IntPredicate bindable) {
        Core core = new Core(config, loop, seams, bindable);
        core.turns.endEachWith(core::settle);
        core.turns.saveWith(core::save);
        core.turns.guardChangesBy(core.file::catchUp);
        seams.runner().listen(update -> core.turns.later(() -> core.tasks.update(update)));
        seams.checks().listen(new Health(core.books.instances(), core.tasks, core.events, core.turns));
        core.turns.insist(() -> {
            core.books.apps().nextVersion();
            core.membership.tellAll(); // first, because the kills that are resumed ask HAProxy for their instance
            core.adopt();
        });
        core.turns.after(FIRST_CHECK, core::correct);
        return core;
    }

    /** Takes over the tasks of the time before: those that still run, run on; the others have ended meanwhile. */
    private void adopt() {
        List<Instance> active =
                books.instances().all().stream().filter(Instance::active).toList();
        List<Launch> launches =
                active.stream().map(instance -> instance.launch(host.address())).toList();
        Set<String> running = adopt(launches);
        for (Instance instance : active) {
            books.agent().hold(instance.id, instance.spec, instance.ports);
            if (running.contains(instance.taskId())) {
                resume(instance);
            } else {
                lost(instance);
            }
        }
    }

    /** Where it cannot be told what runs, the state stays as it was, for the next start. */
    private Set<String> adopt(List<Launch> launches) {
        try {
            return seams.runner().adopt(launches);
        } catch (CannotAdopt e) {
            closed = true;
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    /** Comes after what the runner itself may have said of the end. */
    private void lost(Instance instance) {
        String state = instance.killing ? "TASK_KILLED" : "TASK_LOST";
        TaskUpdate update =
                new TaskUpdate(instance.taskId(), state, "The task ended while the local Marathon was down");
        turns.later(() -> tasks.update(update));
    }

    private void resume(Instance instance) {
        if (instance.running()) {
            seams.checks().watch(instance.launch(host.address()));
        } else {
            tasks.update(new TaskUpdate(instance.taskId(), "TASK_RUNNING", ""));
        }
        if (instance.killing || instance.doomed) {
            instance.killing = false;
            tasks.kill(instance);
        }
    }

    /** What follows from any change. */
    private void settle() {
        if (closed) {
            return;
        }
        try {
            deployments.advance();
            tasks.takeBereft().forEach(app -> books.apps().find(app).ifPresent(this::correct));
            queue.launch();
        } finally {
            tell();
        }
    }

    private void save() {
        if (!closed) {
            file.save(memory.write(host.agentId()));
        }
    }

    /** A membership that cannot be told is told in the next turn; the change itself has been made. */
    private void tell() {
        try {
            membership.tell();
        } catch (RuntimeException e) {
            LOG.error("Tried to tell HAProxy's membership but stumbled: it is tried again with the next change", e);
        }
    }

    private void correct() {
        books.apps().all().values().forEach(this::correct);
        turns.after(CHECK, this::correct);
    }

    /** Only deployments may change the number of instances of an app that one is open for. */
    void correct(Spec spec) {
        if (deployments.of(spec.id()).isEmpty()) {
            scaling.correct(spec);
        }
    }

    /** Forgets everything and ends all tasks, which may take longer than a turn can. */
    void clear() {
        try {
            turns.insist(() -> {
                books.instances().all().forEach(instance -> seams.checks().forget(instance.taskId()));
                deployments.clear();
                books.clear();
                tasks.ended.clear();
            });
        } finally {
            seams.runner().clear();
        }
    }

    /** From here on nothing is done any more, and the tasks run on. */
    void close() {
        turns.look(() -> {
            save();
            closed = true;
            return true;
        });
    }
}
