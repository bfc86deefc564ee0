package io.cerebro.local.marathon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends replies the way Marathon's server does: zipped where that is asked for, in chunks when they are large. */
final class Sender {
    private static final int LARGE = 32 * 1024;

    private Sender() {}

    static void send(Call call, Reply reply, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(reply.status());
        reply.headers().forEach(headers::put);
        reply.contentType().ifPresent(type -> headers.put(HttpHeader.CONTENT_TYPE, type));
        boolean body = reply.body().length > 0;
        if (body && reply.status() == 200 && call.method().equals("GET")) {
            headers.put(HttpHeader.VARY, "Accept-Encoding, User-Agent");
        }
        boolean zip = body && call.header(HttpHeader.ACCEPT_ENCODING).orElse("").contains("gzip");
        byte[] bytes = zip ? zipped(reply.body()) : reply.body();
        if (zip) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        if (bytes.length > LARGE) {
            ByteBuffer first = ByteBuffer.wrap(bytes, 0, LARGE);
            ByteBuffer rest = ByteBuffer.wrap(bytes, LARGE, bytes.length - LARGE);
            response.write(false, first, Callback.from(() -> response.write(true, rest, callback), callback::failed));
            return;
        }
        headers.put(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, bytes.length));
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
