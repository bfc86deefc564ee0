package io.cerebro.telling;

import io.cerebro.http.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Posts JSON to one URL, once and without following a redirect.
 *
 * @param headers besides the content's type; secrets are welcome
 */
record JsonPost(URI url, Map<String, String> headers) {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_ANSWER = 100_000;

    /**
     * @return the answer's body
     * @throws IOException whose message says in a phrase what was in the way; neither URL nor header is in it
     */
    String send(String json) throws IOException {
        HttpURLConnection connection;
        int status;
        try {
            connection = (HttpURLConnection) url.toURL().openConnection();
            post(connection, json);
            status = connection.getResponseCode();
        } catch (IOException e) {
            throw new IOException(Trouble.of(e), e);
        }
        if (status < 200 || status > 299) {
            connection.disconnect();
            throw new IOException("it answered " + status);
        }
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException(Trouble.of(e), e);
        }
    }

    private void post(HttpURLConnection connection, String json) throws IOException {
        connection.setRequestMethod("POST");
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        headers.forEach(connection::setRequestProperty);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
