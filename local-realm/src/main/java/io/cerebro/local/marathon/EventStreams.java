package io.cerebro.local.marathon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /v2/events}: opens a stream of events for whoever asks for exactly that. */
final class EventStreams {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private final Core core;

    EventStreams(Core core) {
        this.core = core;
    }

    void serve(Call call, Response response, Callback callback) {
        boolean wanted = call.header(HttpHeader.ACCEPT).orElse("").equals("text/event-stream");
        if (!call.method().equals("GET") || !wanted) {
            notAllowed(call, response, callback);
            return;
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
        headers.put(HttpHeader.CONNECTION, "close");
        if (call.head()) {
            response.write(true, ByteBuffer.allocate(0), callback);
            return;
        }
        Set<String> types = Set.copyOf(call.parameters("event_type"));
        String remote = call.clientIp();
        EventStream stream = new EventStream(response, callback, types, gone -> detached(gone, remote));
        response.write(false, ByteBuffer.allocate(0), Callback.from(() -> attached(stream, remote), stream::failed));
    }

    private void attached(EventStream stream, String remote) {
        core.turns.later(() -> {
            core.hub.add(stream);
            core.events.streamAttached(remote);
            core.turns.after(HEARTBEAT, () -> beat(stream));
        });
    }

    private void beat(EventStream stream) {
        if (stream.open()) {
            stream.heartbeat();
            core.turns.after(HEARTBEAT, () -> beat(stream));
        }
    }

    private void detached(EventStream stream, String remote) {
        core.turns.later(() -> {
            if (core.hub.remove(stream)) {
                core.events.streamDetached(remote);
            }
        });
    }

    /** The page that Marathon's own server makes, which its API never does elsewhere. */
    private static void notAllowed(Call call, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.remove(HttpHeader.EXPIRES);
        headers.put(HttpHeader.CACHE_CONTROL, "must-revalidate,no-cache,no-store");
        response.setStatus(405);
        if (!call.accepts("text/html")) {
            headers.put(HttpHeader.CONTENT_LENGTH, 0);
            response.write(true, ByteBuffer.allocate(0), callback);
            return;
        }
        String reason = "HTTP method " + call.method() + " is not supported by this URL";
        String page = "<html>\n<head>\n<title>Error 405 " + reason
                + "</title>\n</head>\n<body><h2>HTTP ERROR 405</h2>\n" + "<p>" + reason + "</p>\n</body>\n</html>\n";
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=iso-8859-1");
        response.write(true, ByteBuffer.wrap(page.getBytes(StandardCharsets.ISO_8859_1)), callback);
    }
}
