package io.cerebro.gate.source;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An instance that shows its counters in Prometheus's text format. */
final class Exposed {
    private final HttpServer server;
    private volatile String metrics = "";

    Exposed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] text = metrics.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** So many requests answered well and badly since it has started, and so many of them within 100 ms. */
    void counts(long well, long badly, long fast) {
        metrics = """
                # TYPE http_requests_total counter
                http_requests_total{code="200",path="/"} %1$d
                http_requests_total{code="200",path="/cart"} 5
                http_requests_total{code="503",path="/"} %2$d
                # TYPE http_request_duration_seconds histogram
                http_request_duration_seconds_bucket{le="0.1"} %3$d
                http_request_duration_seconds_bucket{le="1"} %4$d
                http_request_duration_seconds_bucket{le="+Inf"} %4$d
                http_request_duration_seconds_sum 1.5
                http_request_duration_seconds_count %4$d
                """.formatted(well - 5, badly, fast, well + badly);
    }

    void stop() {
        server.stop(0);
    }
}
