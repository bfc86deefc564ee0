package io.cerebro.marathon;

import com.fasterxml.jackson.databind.node.NullNode;
import io.cerebro.http.Ask;
import io.cerebro.http.Remote;
import io.cerebro.http.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSources;

/**
 * Marathon's {@code /v2/events}: connected all the time, to whichever address answers, with growing pauses while none does.
 *
 * <p>Whatever happens is dealt with on one daemon thread, the calls to listeners too.
 */
public final class HttpEvents implements Events {
    /** What is worth a look while a release is under way. */
    public static final List<String> USEFUL = List.of(
            "deployment_success",
            "deployment_failed",
            "deployment_step_success",
            "deployment_step_failure",
            "status_update_event",
            "health_status_changed_event",
            "failed_health_check_event",
            "unhealthy_instance_kill_event",
            "unhealthy_task_kill_event",
            "app_terminated_event");

    private static final String ATTACHED = "event_stream_attached";

    private final Remote remote;
    private final Ask ask;
    private final Pace pace;
    private final ScheduledExecutorService thread;
    private final ExecutorService readers = Executors.newCachedThreadPool(daemons("cerebro event reader"));
    private final EventSource.Factory sources;
    private final Listeners listeners = new Listeners();

    private volatile boolean closed;
    private volatile boolean flowing;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<EventSource> source = Optional.empty();

    // These belong to the thread.
    private Optional<EventStream> stream = Optional.empty();
    private boolean told;
    private boolean redirected;
    private int address;
    private int failures;

    /** Connects, and stays connected until it is closed. */
    public static HttpEvents connect(Remote marathon) {
        return connect(marathon, USEFUL);
    }

    /** Connects for these types of events only. */
    public static HttpEvents connect(Remote marathon, List<String> types) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(daemons("cerebro events"));
        HttpEvents events = new HttpEvents(marathon, ask(types), Pace.USUAL, thread);
        events.start();
        return events;
    }

    HttpEvents(Remote remote, Ask ask, Pace pace, ScheduledExecutorService thread) {
        this.remote = remote;
        this.ask = ask;
        this.pace = pace;
        this.thread = thread;
        OkHttpClient client = remote.client()
                .newBuilder()
                .readTimeout(pace.silence())
                .callTimeout(Duration.ZERO)
                .dispatcher(new Dispatcher(readers))
                .build();
        this.sources = EventSources.createFactory(client);
    }

    static Ask ask(List<String> types) {
        Ask ask = Ask.get("/v2/events").with("event_type", ATTACHED);
        for (String type : types) {
            ask = ask.with("event_type", type);
        }
        return ask;
    }

    void start() {
        soon(this::begin);
    }

    @Override
    public Subscription listen(Consumer<Event> listener) {
        return listeners.add(listener);
    }

    @Override
    public boolean flowing() {
        return flowing && !closed;
    }

    /** Why events do not flow, in one sentence. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closed = true;
        source.ifPresent(EventSource::cancel);
        thread.shutdownNow();
        readers.shutdown();
    }

    private void begin() {
        try {
            follow(remote.url(address, ask));
        } catch (Unreachable nowhere) {
            ended(String.valueOf(nowhere.getMessage()), Optional.empty());
        }
    }

    private void follow(HttpUrl url) {
        told = false;
        EventStream next = new EventStream(remote, new Follower());
        stream = Optional.of(next);
        Request request = remote.to(url)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "identity")
                .build();
        source = Optional.of(sources.newEventSource(request, next));
        if (closed) {
            source.ifPresent(EventSource::cancel);
        }
    }

    private void heard(Event event) {
        flowing = true;
        trouble = Optional.empty();
        failures = 0;
        redirected = false;
        tellAttached();
        if (!event.type().equals(ATTACHED)) {
            listeners.tell(event);
        }
    }

    /** Once for each connection. Marathon announces every client to every other, and those are no news. */
    private void tellAttached() {
        if (!told) {
            told = true;
            listeners.tell(new Event(ATTACHED, Set.of(), NullNode.getInstance()));
        }
    }

    private void ended(String why, Optional<HttpUrl> leader) {
        flowing = false;
        trouble = Optional.of(why);
        stream = Optional.empty();
        if (leader.isPresent() && !redirected) {
            redirected = true;
            follow(leader.get());
            return;
        }
        redirected = false;
        failures++;
        address++;
        later(pace.delay(failures), this::begin);
    }

    private void soon(Runnable step) {
        later(Duration.ZERO, step);
    }

    private void later(Duration delay, Runnable step) {
        try {
            Object unused = thread.schedule(step, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closedMeanwhile) {
            closed = true;
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Brings what OkHttp tells over to the thread, unless it is of a connection given up. */
    private final class Follower implements EventStream.Follower {
        @Override
        public void opened(EventStream from) {
            present(from, () -> later(pace.grace(), () -> present(from, HttpEvents.this::tellAttached)));
        }

        @Override
        public void heard(EventStream from, Event event) {
            present(from, () -> HttpEvents.this.heard(event));
        }

        @Override
        public void ended(EventStream from, String why, Optional<HttpUrl> leader) {
            present(from, () -> HttpEvents.this.ended(why, leader));
        }

        private void present(EventStream from, Runnable step) {
            soon(() -> {
                if (stream.filter(from::equals).isPresent()) {
                    step.run();
                }
            });
        }
    }
}
