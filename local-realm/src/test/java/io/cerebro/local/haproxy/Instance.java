package io.cerebro.local.haproxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cerebro.traffic.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A small service in this JVM that answers its own name. */
final class Instance implements AutoCloseable {
    static final String HOST = "127.0.0.31";

    static {
        // read once by the JDK's server: without it each answer on a kept connection takes 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong requests = new AtomicLong();
    private final String name;
    private volatile boolean healthy = true;
    private volatile Duration pause = Duration.ZERO;
    private volatile long lastRequest;

    private Instance(HttpServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** @param port 0 for any that is free */
    static Instance named(String name, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(HOST, port), 256);
        Instance instance = new Instance(server, name);
        server.setExecutor(instance.threads);
        server.createContext("/", instance::answer);
        server.createContext("/health", instance::health);
        server.createContext("/slow", instance::slow);
        server.start();
        return instance;
    }

    static Instance named(String name) throws IOException {
        return named(name, 0);
    }

    Instance sick() {
        healthy = false;
        return this;
    }

    /** Takes so long for each answer from now on. */
    void pause(Duration time) {
        pause = time;
    }

    void recover() {
        healthy = true;
    }

    Address address() {
        return new Address(HOST, server.getAddress().getPort());
    }

    long requests() {
        return requests.get();
    }

    /** When the last one came in, in the terms of {@link System#nanoTime}. */
    long lastRequest() {
        return lastRequest;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        lastRequest = System.nanoTime();
        exchange.getRequestBody().readAllBytes();
        sleep(pause);
        send(exchange, 200, name);
    }

    private void health(HttpExchange exchange) throws IOException {
        send(exchange, healthy ? 200 : 503, "");
    }

    private void slow(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        sleep(Duration.ofMillis(2_500));
        send(exchange, 200, name);
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As abruptly as a SIGKILL: what is under way breaks off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
