package io.cerebro.http;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks any URL as a customer would, without credentials, each time by a connection of its own. */
public final class Visitor {
    private final OkHttpClient client;

    public Visitor(Timeouts timeouts) {
        this.client = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * The status of its answer; the body is not read.
     *
     * @throws Unreachable if there is none
     */
    public int status(URI url, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(url.toString()).header("User-Agent", "Cerebro");
        headers.forEach(request::header);
        try (Response response = client.newCall(request.build()).execute()) {
            return response.code();
        } catch (IOException e) {
            throw new Unreachable("tried to GET " + Remote.show(request.build().url()) + " but " + Trouble.of(e));
        }
    }
}
