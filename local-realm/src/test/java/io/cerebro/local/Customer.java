package io.cerebro.local;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks a service for its version, without asking twice. */
public final class Customer {
    private final OkHttpClient client =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final Request request;

    public Customer(String url) {
        this.request = new Request.Builder().url(url).build();
    }

    /** Asks once; the version that answered, or the error. */
    public String ask() {
        try (Response response = client.newCall(request).execute()) {
            String version = response.header("X-Version", "nobody");
            return response.isSuccessful() ? String.valueOf(version) : version + " " + response.code();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
