package io.cerebro.local.marathon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One of several addresses of a Marathon: it passes everything on, until it is between leaders. */
final class Front implements AutoCloseable {
    private static final int[] BETWEEN_LEADERS = {502, 503, 500};

    private final URI marathon;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<InputStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean losesAnAnswer;

    Front(URI marathon) {
        this.marathon = marathon;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Host and port. */
    String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Breaks every event stream, and answers 502, 503 and 500 with empty bodies from now on. */
    void goAway() throws IOException {
        away = true;
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    void comeBack() {
        away = false;
    }

    /** Goes away when the next change has arrived, and before it is answered. */
    void goAwayWithTheNextAnswer() {
        losesAnAnswer = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away) {
                refuse(exchange);
                return;
            }
            HttpResponse<InputStream> response = passOn(exchange);
            if (losesAnAnswer && !exchange.getRequestMethod().equals("GET")) {
                response.body().readAllBytes();
                goAway();
                refuse(exchange);
                return;
            }
            giveBack(response, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(HttpExchange exchange) throws IOException {
        int status = BETWEEN_LEADERS[refusals.getAndIncrement() % BETWEEN_LEADERS.length];
        exchange.sendResponseHeaders(status, -1);
    }

    private HttpResponse<InputStream> passOn(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(marathon.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : Set.of("Accept", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private void giveBack(HttpResponse<InputStream> response, HttpExchange exchange) throws IOException {
        response.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(response.statusCode(), 0);
        streams.add(response.body());
        try (InputStream in = response.body();
                OutputStream out = exchange.getResponseBody()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        } finally {
            streams.remove(response.body());
        }
    }

    @Override
    public void close() throws IOException {
        goAway();
        server.stop(0);
        threads.shutdownNow();
    }
}
