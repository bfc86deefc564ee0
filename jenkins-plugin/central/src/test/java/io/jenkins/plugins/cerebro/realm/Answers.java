package io.jenkins.plugins.cerebro.realm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with one answer for each path; elsewhere there is nothing. */
final class Answers implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> bodies = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Answers(HttpServer server) {
        this.server = server;
    }

    static Answers start() throws IOException {
        Answers answers = new Answers(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        answers.server.createContext("/", answers::answer);
        answers.server.start();
        return answers;
    }

    Answers with(String path, String body) {
        bodies.put(path, body);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The requests until now, such as {@code GET /v1/kv/a}, each with what it showed to be let in. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                + (login == null ? "" : " " + login));
        String body = bodies.get(exchange.getRequestURI().getPath());
        byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
