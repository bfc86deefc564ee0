import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service to rehearse deploys with: {@code java Orders [port]}, else at $PORT0. The version in $VERSION decides how it
 * behaves: v3 answers 5xx to 30 % of the requests, v4 never becomes healthy, all others are fine.
 */
public final class Orders {
    private static final int THREADS = 16;
    private static final int BACKLOG = 512;
    private static final double FAILING_SHARE = 0.3;
    private static final long GRACE_MILLIS = 2000;
    private static final long LONGEST_REQUEST_MILLIS = 5000;

    private final String version;
    private final HttpServer server;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean leaving;

    private Orders(String version, int port) throws IOException {
        this.version = version;
        this.server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
    }

    public static void main(String[] args) throws Exception {
        String version = variable("VERSION", "v1");
        int port = Integer.parseInt(args.length > 0 ? args[0] : variable("PORT0", "8080"));
        Orders orders = new Orders(version, port);
        orders.start();
        log("orders " + version + " listens on port " + port);
        if (orders.unable()) {
            orders.complain();
        }
    }

    private void start() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, this::order));
        server.createContext("/health", exchange -> answer(exchange, this::health));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
    }

    /** Goes on serving until load balancers have noticed, finishes what is under way, and ends well. */
    private void leave() {
        log("SIGTERM: unhealthy from now on, finishing what is under way");
        leaving = true;
        pause(GRACE_MILLIS);
        long deadline = System.nanoTime() + LONGEST_REQUEST_MILLIS * 1_000_000;
        while (underWay.get() > 0 && System.nanoTime() < deadline) {
            pause(10);
        }
        server.stop(0);
        log("bye");
        Runtime.getRuntime().halt(0);
    }

    private Answer order(HttpExchange exchange) {
        if (version.equals("v3") && ThreadLocalRandom.current().nextDouble() < FAILING_SHARE) {
            return new Answer(500, "{\"service\":\"orders\",\"version\":\"v3\",\"error\":\"price of order 4711 is null\"}\n");
        }
        return new Answer(200, "{\"service\":\"orders\",\"version\":\"" + version + "\",\"orders\":[4711,4712,4713]}\n");
    }

    private Answer health(HttpExchange exchange) {
        if (unable()) {
            return new Answer(503, "{\"status\":\"down\",\"reason\":\"orders-db:5432 refuses connections\"}\n");
        }
        return leaving ? new Answer(503, "{\"status\":\"leaving\"}\n") : new Answer(200, "{\"status\":\"up\"}\n");
    }

    private boolean unable() {
        return version.equals("v4");
    }

    private void complain() throws InterruptedException {
        for (int attempt = 1; !leaving; attempt++) {
            System.err.println(Instant.now() + " FATAL: cannot reach orders-db at orders-db:5432: connection refused (attempt "
                    + attempt + ")");
            Thread.sleep(1000);
        }
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Answer answer = handler.answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Version", version);
            if (leaving) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static void log(String line) {
        System.out.println(Instant.now() + " " + line);
    }

    private record Answer(int status, String body) {}

    private interface Handler {
        Answer answer(HttpExchange exchange) throws IOException;
    }
}
