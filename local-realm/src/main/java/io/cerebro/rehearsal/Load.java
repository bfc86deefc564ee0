package io.cerebro.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Constant traffic from clients that never retry: some keep their connections and some do not, some GET and some POST, and one
 * asks for the canary by header.
 */
final class Load implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final int HEADER_REQUESTS_PER_SECOND = 10;

    private final String url;
    private final String canaryHeader;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean askingForCanary = true;

    private Load(String url, String canaryHeader) {
        this.url = url;
        this.canaryHeader = canaryHeader;
    }

    /**
     * A worker's own: a pool that several share has connections that idle, and one that idles as long as HAProxy keeps it is
     * lost when HAProxy closes it in the moment that it is used again.
     */
    private static OkHttpClient client(boolean keeping) {
        OkHttpClient.Builder never = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
                .callTimeout(Duration.ofSeconds(10));
        return keeping
                ? never.build()
                : never.addInterceptor(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .header("Connection", "close")
                                .build()))
                        .build();
    }

    /**
     * Starts it.
     *
     * @param canaryHeader name and value of the header that asks for the canary, {@code X-Canary: orders}
     */
    static Load start(String url, String canaryHeader, int requestsPerSecond) {
        Load load = new Load(url, canaryHeader);
        for (int worker = 0; worker < WORKERS; worker++) {
            load.worker(worker, Duration.ofSeconds(1).dividedBy(Math.max(1, requestsPerSecond / WORKERS)));
        }
        load.worker(-1, Duration.ofSeconds(1).dividedBy(HEADER_REQUESTS_PER_SECOND));
        return load;
    }

    private void worker(int number, Duration pause) {
        OkHttpClient client = client(number % 2 == 0);
        Request request = request(number);
        Thread thread = new Thread(() -> run(client, request, pause), "load-" + number);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private Request request(int number) {
        Request.Builder request = new Request.Builder().url(url);
        if (number < 0) {
            String[] header = canaryHeader.split(": ");
            request.header(header[0], header[1]);
        }
        return number >= 0 && number % 4 >= 2
                ? request.post(RequestBody.create(new byte[] {'{', '}'})).build()
                : request.build();
    }

    private void run(OkHttpClient client, Request request, Duration pause) {
        long next = System.nanoTime();
        while (!stopped) {
            if (askingForCanary || !byHeader(request)) {
                samples.add(ask(client, request));
            }
            next += pause.toNanos();
            long left = next - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
            } else {
                next -= left;
            }
        }
    }

    private static Sample ask(OkHttpClient client, Request request) {
        boolean byHeader = byHeader(request);
        Instant asked = Instant.now();
        try (Response response = client.newCall(request).execute()) {
            String failure = response.code() >= 500 ? request.method() + " " + response.code() : "";
            if (response.body() != null) {
                response.body().bytes();
            }
            String version = response.header("X-Version", "");
            return new Sample(asked, Instant.now(), byHeader, version == null ? "" : version, failure);
        } catch (IOException e) {
            return new Sample(asked, Instant.now(), byHeader, "", request.method() + " " + e);
        }
    }

    private static boolean byHeader(Request request) {
        return request.headers().size() > 0;
    }

    /** Whether the one client that asks for the canary does so. */
    void askForCanary(boolean asks) {
        askingForCanary = asks;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(15).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
