package io.cerebro.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One system, reached over HTTP at one address or at several of which any may answer.
 *
 * <p>Redirects are not followed. The credentials go to these addresses and to no other.
 */
public final class Remote {
    private final Whereabouts whereabouts;
    private final Credentials credentials;
    private final OkHttpClient client;
    private volatile @Nullable HttpUrl answering;

    /** @throws IllegalArgumentException for a URL that is none, or that holds a secret */
    public Remote(List<String> urls, Credentials credentials, Timeouts timeouts) {
        this(Whereabouts.at(urls), credentials, timeouts);
    }

    public Remote(Whereabouts whereabouts, Credentials credentials, Timeouts timeouts) {
        this.whereabouts = whereabouts;
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

    /** To build others upon, such as one for a stream. */
    public OkHttpClient client() {
        return client;
    }

    /**
     * Where to send it for the n-th time, from 0 on: one address after the other, looked up again before they come round.
     *
     * @throws Unreachable if no address is known and none can be found
     */
    public HttpUrl url(int time, Ask ask) {
        Addresses known = whereabouts.now();
        boolean round = time > 0 && time % known.size() == 0;
        return Addresses.resolve((round ? whereabouts.afterOrSame(known) : known).get(time), ask);
    }

    /** A URL as it is shown: with its port, without query, user or secret. */
    public static String show(HttpUrl url) {
        return Addresses.show(url);
    }

    /** Whether a URL leads to one of its addresses. */
    public boolean includes(HttpUrl url) {
        return whereabouts.known().filter(known -> known.include(url)).isPresent();
    }

    /** A request that carries the credentials if, and only if, it goes to one of its addresses. */
    public Request.Builder to(HttpUrl url) {
        return includes(url) ? own(url) : new Request.Builder().url(url);
    }

    private Request.Builder own(HttpUrl url) {
        Request.Builder request = new Request.Builder().url(url);
        credentials.header().ifPresent(header -> request.header(credentials.name(), header));
        return request;
    }

    /**
     * Asks the address that answered last, and the others when it cannot be reached; then those that are found when looking
     * again. What would do harm when done twice is asked elsewhere only if it cannot have left.
     *
     * @throws Unreachable if none answers
     */
    public Answer ask(Ask ask) {
        Attempts attempts = new Attempts(ask);
        Addresses known = whereabouts.now();
        return any(known, attempts).or(() -> anyElsewhere(known, attempts)).orElseThrow(attempts::unreachable);
    }

    private Optional<Answer> any(Addresses addresses, Attempts attempts) {
        for (HttpUrl base : addresses.from(answering)) {
            if (!attempts.mayGoOn()) {
                break;
            }
            Attempt attempt = attempt(Addresses.resolve(base, attempts.ask()), attempts.ask());
            if (attempt.answer() != null && !attempt.answer().away()) {
                answering = base;
                return Optional.of(attempt.answer());
            }
            attempts.add(attempt);
        }
        return Optional.empty();
    }

    private Optional<Answer> anyElsewhere(Addresses silent, Attempts attempts) {
        if (!attempts.mayGoOn()) {
            return Optional.empty();
        }
        try {
            Addresses found = whereabouts.after(silent);
            return found.equals(silent) ? Optional.empty() : any(found, attempts);
        } catch (Unreachable nowhere) {
            attempts.add(nowhere);
            return Optional.empty();
        }
    }

    private Attempt attempt(HttpUrl url, Ask ask) {
        Departure.Mark mark = new Departure.Mark();
        Request request = own(url).tag(Departure.Mark.class, mark)
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
