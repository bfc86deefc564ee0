package io.cerebro.local.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Learns of the deaths of containers: one {@code docker events} for all of them, started again whenever it ends, and now and
 * then a sweep for what it missed.
 */
final class DockerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DockerWatch.class);
    private static final Duration REOPEN = Duration.ofSeconds(5);
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    /** So that a {@code docker events} whose JVM was killed does not stay for ever. */
    private static final Duration FOLLOWED = Duration.ofMinutes(10);

    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Docker docker;
    private final List<String> words;
    private final Hands hands;
    private final Deaths deaths;
    private Docker.@Nullable Feed feed;
    private Instant since = Instant.now().minus(OVERLAP);
    private Instant until = Instant.MAX;
    private boolean closed;
    private volatile boolean quiet;

    /** @param filters the words that tell this realm's containers from others */
    DockerWatch(Docker docker, List<String> filters, Hands hands, Deaths deaths) {
        this.docker = docker;
        this.words = new ArrayList<>(List.of("events", "--format={{json .}}", "--filter=event=die"));
        this.words.addAll(filters);
        this.hands = hands;
        this.deaths = deaths;
    }

    /** Neither may block. */
    interface Deaths {
        void died(String taskId);

        /** Compares all tasks with all containers. */
        void sweep();
    }

    /** Opened by the first container, so that a realm of plain processes needs no Docker. */
    synchronized void open() throws IOException {
        if (feed == null && !closed) {
            follow();
            hands.every(SWEEP, deaths::sweep);
        }
    }

    private void follow() throws IOException {
        List<String> bounded = new ArrayList<>(words);
        bounded.add("--since=" + since.getEpochSecond());
        until = Instant.now().plus(FOLLOWED);
        bounded.add("--until=" + until.getEpochSecond());
        feed = docker.follow(bounded, this::read, this::ended);
        deaths.sweep();
    }

    private synchronized void ended() {
        Instant now = Instant.now();
        since = now.minus(OVERLAP);
        if (now.isBefore(until.minus(OVERLAP))) {
            reopenLater();
        } else {
            reopen();
        }
    }

    private void reopenLater() {
        if (!closed) {
            LOG.atLevel(quiet ? Level.DEBUG : Level.WARN)
                    .log("'docker events' has ended: following it again every {} s", REOPEN.toSeconds());
            quiet = true;
            hands.after(REOPEN, this::reopen);
        }
    }

    private synchronized void reopen() {
        if (closed) {
            return;
        }
        try {
            follow();
        } catch (IOException e) {
            LOG.debug("{}", e.getMessage());
            reopenLater();
        }
    }

    private void read(String line) {
        quiet = false;
        try {
            JsonNode task = JSON.readTree(line).at("/Actor/Attributes/cerebro.task");
            if (task.isTextual()) {
                deaths.died(task.textValue());
            }
        } catch (JsonProcessingException e) {
            LOG.warn("'docker events' said something that is not JSON");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (feed != null) {
            feed.close();
        }
    }
}
