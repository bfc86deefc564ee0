package io.cerebro.traffic.qubit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.zookeeper.KeeperException;

/**
 * Answers like Qubit Bamboo 0.3.1, as recorded, with what it stores in a real ZooKeeper: PUT replaces the whole
 * configuration, and the body's id counts; 200 comes before anything is rendered; only the first PUT in its life makes it
 * render, later ones need the event callback; without ZooKeeper its state is {@code null} with 200.
 */
public final class FakeQubitBamboo implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/marathon-haproxy/state";
    private static final byte[] NOTHING = {};

    private final Renderer renderer;
    private final CuratorFramework zooKeeper;
    private final HttpServer http;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private volatile ArrayNode apps = JSON.createArrayNode();
    private volatile boolean idle;
    private volatile boolean putHasRendered;
    private volatile Optional<ObjectNode> old = Optional.empty();

    /** Takes the template's data, {@code {"Apps":[…],"Services":{…}}}, to a running HAProxy. */
    public interface Renderer {
        void render(String state) throws Exception;
    }

    private FakeQubitBamboo(String zooKeepers, Renderer renderer) throws Exception {
        this.renderer = renderer;
        this.zooKeeper = CuratorFrameworkFactory.newClient(zooKeepers, 4_000, 2_000, new RetryOneTime(50));
        zooKeeper.start();
        zooKeeper.createContainers(ROOT);
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.createContext("/", this::answer);
        http.start();
    }

    public static FakeQubitBamboo start(String zooKeepers, Renderer renderer) throws Exception {
        return new FakeQubitBamboo(zooKeepers, renderer);
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** What Marathon has now, as Bamboo sees it, followed by Marathon's event. */
    public void apps(List<ObjectNode> now) {
        ArrayNode all = JSON.createArrayNode();
        now.forEach(all::add);
        apps = all;
        event();
    }

    /** From now on it answers as ever and renders nothing. */
    public void idle(boolean doesNothing) throws Exception {
        idle = doesNothing;
        worker.submit(() -> {}).get();
    }

    /** From now on it renders the services as they are now, whatever becomes of them. */
    public void old() throws Exception {
        old = Optional.of(services());
    }

    /** Stored as if somebody had written it by hand. */
    public void store(String appId, String config) throws Exception {
        upsert(appId, (ObjectNode) JSON.readTree(config));
    }

    private void event() {
        if (!idle) {
            try {
                worker.execute(this::render);
            } catch (RejectedExecutionException closing) {
                // its process is about to end
            }
        }
    }

    private void render() {
        if (idle) {
            return;
        }
        try {
            renderer.render(state().toString());
        } catch (Exception logged) {
            System.err.println("Failed to update HAProxy configuration: " + logged);
        }
    }

    private JsonNode state() {
        try {
            ObjectNode state = JSON.createObjectNode();
            state.set("Apps", apps);
            state.set("Services", old.isPresent() ? old.get() : services());
            return state;
        } catch (Exception discarded) {
            return JSON.nullNode();
        }
    }

    private ObjectNode services() throws Exception {
        ObjectNode services = JSON.createObjectNode();
        for (String node : zooKeeper.getChildren().forPath(ROOT)) {
            JsonNode config = JSON.readTree(zooKeeper.getData().forPath(ROOT + "/" + node))
                    .path("config");
            String id = URLDecoder.decode(node, StandardCharsets.UTF_8);
            services.set(id, service(id, config.path("Acl").asText(""), config));
        }
        return services;
    }

    private static ObjectNode service(String id, String acl, JsonNode config) {
        ObjectNode service = JSON.createObjectNode().put("Id", id).put("Acl", acl);
        service.set("Config", config);
        return service;
    }

    private void upsert(String id, ObjectNode config) throws Exception {
        ObjectNode stored = JSON.createObjectNode().put("version", "2");
        stored.set("config", config);
        byte[] data = JSON.writeValueAsBytes(stored);
        String path = ROOT + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        try {
            zooKeeper.create().forPath(path, data);
        } catch (KeeperException.NodeExistsException there) {
            zooKeeper.setData().forPath(path, data);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        try {
            if (call.equals("GET /api/services")) {
                send(exchange, 200, services().toString());
            } else if (call.equals("GET /api/state")) {
                send(exchange, 200, state().toString());
            } else if (call.equals("GET /status")) {
                send(exchange, 200, "OK");
            } else if (call.startsWith("PUT /api/services/") || call.equals("POST /api/services")) {
                put(exchange, body);
            } else if (call.startsWith("DELETE /api/services/")) {
                delete(exchange, path.substring("/api/services/".length()));
            } else if (call.equals("POST /api/marathon/event_callback")) {
                event();
                send(exchange, 200, "Got it!");
            } else {
                send(exchange, 404, "404 page not found\n");
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            send(exchange, 400, "zk: could not connect to a server\n");
        }
    }

    private void put(HttpExchange exchange, String body) throws Exception {
        JsonNode sent;
        try {
            sent = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            sent = JSON.missingNode();
        }
        JsonNode config = sent.path("config");
        if (!sent.isObject() || config.valueStream().anyMatch(value -> !value.isTextual())) {
            send(exchange, 400, "Unable to decode JSON request\n");
            return;
        }
        String id = sent.path("id").asText("");
        if (id.isEmpty()) {
            send(exchange, 400, "can not use empty ID\n");
            return;
        }
        String absolute = id.startsWith("/") ? id : "/" + id;
        String acl = sent.path("acl").asText("");
        ObjectNode stored = config.isObject() ? ((ObjectNode) config).deepCopy() : JSON.createObjectNode();
        upsert(absolute, acl.isEmpty() ? stored : stored.put("Acl", acl));
        send(
                exchange,
                200,
                service(absolute, acl, config.isObject() ? config : JSON.nullNode())
                        .toString());
        if (!putHasRendered) {
            putHasRendered = true;
            event();
        }
    }

    private void delete(HttpExchange exchange, String id) throws Exception {
        String absolute = id.startsWith("/") ? id : "/" + id;
        try {
            zooKeeper.delete().forPath(ROOT + "/" + URLEncoder.encode(absolute, StandardCharsets.UTF_8));
            send(exchange, 200, "null");
        } catch (KeeperException.NoNodeException e) {
            send(exchange, 400, "zk: node does not exist\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.isEmpty() ? NOTHING : body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As when its process ends: what it was rendering is finished. */
    @Override
    public void close() {
        http.stop(0);
        worker.shutdown();
        try {
            worker.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        zooKeeper.close();
    }
}
