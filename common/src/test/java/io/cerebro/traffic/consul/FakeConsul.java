package io.cerebro.traffic.consul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers like Consul 1.9.8, as recorded: its KV store with {@code cas} (a stale one is answered 200 {@code false}), the
 * services that are registered at its agent, and its catalog. Every service is passing.
 */
public final class FakeConsul implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CAS = Pattern.compile("(?:.*&)?cas=(\\d+)(?:&.*)?");

    private final Watcher watcher;
    private final HttpServer http;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Map<String, Entry> keys = new TreeMap<>();
    private final Map<String, JsonNode> services = new TreeMap<>();
    private long index = 10;
    private volatile boolean idle;
    private Optional<Map<String, Entry>> old = Optional.empty();

    private record Entry(String text, long created, long modified) {}

    /** What consul-template does when something that it has asked for has changed. */
    public interface Watcher {
        void changed(String consulUrl) throws Exception;
    }

    private FakeConsul(Watcher watcher) throws IOException {
        this.watcher = watcher;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newFixedThreadPool(4, FakeConsul::daemon));
        http.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "consul");
        thread.setDaemon(true);
        return thread;
    }

    public static FakeConsul start(Watcher watcher) throws IOException {
        return new FakeConsul(watcher);
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on it answers as ever, and nobody watches it. */
    public void idle(boolean unwatched) throws Exception {
        idle = unwatched;
        worker.submit(() -> {}).get();
    }

    /** From now on whoever does not insist on consistency reads the keys as they are now. */
    public synchronized void old() {
        old = Optional.of(new TreeMap<>(keys));
    }

    /** The text under a key; null where there is none. */
    public synchronized @org.jspecify.annotations.Nullable String text(String key) {
        Entry entry = keys.get(key);
        return entry == null ? null : entry.text();
    }

    private void changed() {
        if (!idle) {
            try {
                worker.execute(() -> {
                    if (idle) {
                        return;
                    }
                    try {
                        watcher.changed(url());
                    } catch (Exception logged) {
                        System.err.println("consul-template: " + logged);
                    }
                });
            } catch (RejectedExecutionException closing) {
                // its process is about to end
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getQuery() == null
                ? ""
                : exchange.getRequestURI().getQuery();
        String path = exchange.getRequestURI().getPath();
        boolean put = exchange.getRequestMethod().equals("PUT");
        if (path.startsWith("/v1/kv/")) {
            String key = path.substring("/v1/kv/".length());
            if (put) {
                send(exchange, 200, Boolean.toString(write(key, body, query)));
            } else {
                read(exchange, key, query);
            }
        } else if (put && path.equals("/v1/agent/service/register")) {
            register(JSON.readTree(body));
            send(exchange, 200, "");
        } else if (put && path.startsWith("/v1/agent/service/deregister/")) {
            deregister(path.substring("/v1/agent/service/deregister/".length()));
            send(exchange, 200, "");
        } else if (path.equals("/v1/catalog/services")) {
            send(exchange, 200, catalog().toString());
        } else if (path.startsWith("/v1/health/service/")) {
            send(
                    exchange,
                    200,
                    health(path.substring("/v1/health/service/".length())).toString());
        } else if (path.equals("/v1/status/leader")) {
            send(exchange, 200, "\"127.0.0.1:8300\"");
        } else {
            send(exchange, 404, "");
        }
    }

    private synchronized boolean write(String key, String text, String query) {
        Entry before = keys.get(key);
        Matcher cas = CAS.matcher(query);
        long now = before == null ? 0 : before.modified();
        if (cas.matches() && Long.parseLong(cas.group(1)) != now) {
            return false;
        }
        index++;
        keys.put(key, new Entry(text, before == null ? index : before.created(), index));
        changed();
        return true;
    }

    private void read(HttpExchange exchange, String key, String query) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = (query.contains("consistent") ? keys : old.orElse(keys)).get(key);
        }
        if (entry == null) {
            send(exchange, 404, "");
        } else if (query.contains("raw")) {
            send(exchange, 200, entry.text());
        } else {
            ArrayNode all = JSON.createArrayNode();
            all.addObject()
                    .put("LockIndex", 0)
                    .put("Key", key)
                    .put("Flags", 0)
                    .put(
                            "Value",
                            Base64.getEncoder().encodeToString(entry.text().getBytes(StandardCharsets.UTF_8)))
                    .put("CreateIndex", entry.created())
                    .put("ModifyIndex", entry.modified());
            send(exchange, 200, all.toString());
        }
    }

    private synchronized void register(JsonNode service) {
        services.put(service.path("ID").asText(), service);
        changed();
    }

    private synchronized void deregister(String id) {
        services.remove(id);
        changed();
    }

    private synchronized ObjectNode catalog() {
        ObjectNode all = JSON.createObjectNode();
        all.putArray("consul");
        for (JsonNode service : services.values()) {
            ArrayNode tags = all.withArray(service.path("Name").asText());
            service.path("Tags").forEach(tags::add);
        }
        return all;
    }

    private synchronized ArrayNode health(String name) {
        ArrayNode all = JSON.createArrayNode();
        for (JsonNode service : services.values()) {
            if (service.path("Name").asText().equals(name)) {
                ObjectNode entry = all.addObject();
                entry.putObject("Node").put("Node", "lab").put("Address", "127.0.0.1");
                ObjectNode shown = entry.putObject("Service")
                        .put("ID", service.path("ID").asText())
                        .put("Service", name)
                        .put("Address", service.path("Address").asText())
                        .put("Port", service.path("Port").asInt());
                shown.set("Tags", service.path("Tags"));
            }
        }
        return all;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As when its process ends: what consul-template was rendering is finished. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
    }
}
