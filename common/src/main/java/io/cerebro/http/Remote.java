package io.cerebro.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One system, reached over HTTP at one address or at several of which any may answer.
 *
 * <p>Redirects are not followed. The credentials go to these addresses and to no other.
 */
public final class Remote {
    private final Addresses addresses;
    private final Credentials credentials;
    private final OkHttpClient client;
    private volatile int answering;

    /** @throws IllegalArgumentException for a URL that is none, or that holds a secret */
    public Remote(List<String> urls, Credentials credentials, Timeouts timeouts) {
        this.addresses = new Addresses(urls);
        this.credentials = credentials;
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        this.client = credentials
                .tls()
                .map(tls -> tls.on(builder))
                .orElse(builder)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .connectionPool(new ConnectionPool(5, 20, TimeUnit.SECONDS))
                .eventListener(new Departure())
                .build();
    }

    public Credentials credentials() {
        return credentials;
    }

    /** How many addresses there are. */
    public int size() {
        return addresses.size();
    }

    /** To build others upon, such as one for a stream. */
    public OkHttpClient client() {
        return client;
    }

    /** Where to send it; the addresses come round again after the last one. */
    public HttpUrl url(int address, Ask ask) {
        return Addresses.resolve(addresses.get(address), ask);
    }

    /** A URL as it is shown: with its port, without query, user or secret. */
    public static String show(HttpUrl url) {
        return Addresses.show(url);
    }

    /** Whether a URL leads to one of its addresses. */
    public boolean includes(HttpUrl url) {
        return addresses.include(url);
    }

    /** A request that carries the credentials if, and only if, it goes to one of these addresses. */
    public Request.Builder to(HttpUrl url) {
        Request.Builder request = new Request.Builder().url(url);
        if (includes(url)) {
            credentials.header().ifPresent(header -> request.header("Authorization", header));
        }
        return request;
    }

    /**
     * Asks the address that answered last, and the others when it cannot be reached. What would do harm when done twice is asked
     * elsewhere only if it cannot have left.
     *
     * @throws Unreachable if none answers
     */
    public Answer ask(Ask ask) {
        List<String> attempts = new ArrayList<>();
        int first = answering;
        for (int i = 0; i < addresses.size(); i++) {
            Attempt attempt = attempt(first + i, ask);
            if (attempt.answer() != null && !attempt.answer().away()) {
                answering = (first + i) % addresses.size();
                return attempt.answer();
            }
            attempts.add(attempt.said());
            if (Thread.currentThread().isInterrupted() || (attempt.left() && !ask.repeatable())) {
                break;
            }
        }
        throw new Unreachable("tried to " + ask.method() + " " + String.join("; then ", attempts));
    }

    private Attempt attempt(int address, Ask ask) {
        HttpUrl url = url(address, ask);
        Departure.Mark mark = new Departure.Mark();
        Request request = to(url).tag(Departure.Mark.class, mark)
                .header("Accept", "application/json")
                .method(ask.method(), ask.json().isPresent() ? new Body(ask) : null)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return Attempt.answered(read(ask.method(), response));
        } catch (IOException failure) {
            return Attempt.failed(Addresses.show(url), failure, mark.left());
        }
    }

    private static Answer read(String method, Response response) throws IOException {
        String body = new String(Objects.requireNonNull(response.body()).bytes(), StandardCharsets.UTF_8);
        String url = Addresses.show(response.request().url());
        return new Answer(method, url, response.code(), response.header("Location", ""), body);
    }
}
