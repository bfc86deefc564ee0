package io.cerebro.local.haproxy;

import io.cerebro.traffic.haproxy.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two HAProxies of a realm, rendered alike but for the port. */
final class Pair implements AutoCloseable {
    private final RenderedHaproxy first;
    private final RenderedHaproxy second;
    private final List<Integer> ports;

    /** A step of one of them. */
    interface Step {
        void run(RenderedHaproxy haproxy) throws Exception;
    }

    Pair(Path directory, int port, String template, String renderer) throws Exception {
        this.ports = List.of(port, port + 1);
        this.first = new RenderedHaproxy(Files.createDirectory(directory.resolve("lb1")), port, template, renderer);
        this.second =
                new RenderedHaproxy(Files.createDirectory(directory.resolve("lb2")), port + 1, template, renderer);
    }

    private Pair(Path directory, int port) throws IOException {
        this.ports = List.of(port, port + 1);
        this.first = RenderedHaproxy.plain(Files.createDirectory(directory.resolve("lb1")), port);
        this.second = RenderedHaproxy.plain(Files.createDirectory(directory.resolve("lb2")), port + 1);
    }

    /** Given whole configurations. */
    static Pair plain(Path directory, int port) throws IOException {
        return new Pair(directory, port);
    }

    List<Integer> ports() {
        return ports;
    }

    RenderedHaproxy first() {
        return first;
    }

    RenderedHaproxy second() {
        return second;
    }

    List<Observed> observed() {
        return List.of(first.observed("lb1"), second.observed("lb2"));
    }

    /** Each does it, whatever becomes of the other, as on machines of their own. */
    void each(Step step) throws Exception {
        try {
            step.run(first);
        } finally {
            step.run(second);
        }
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}
