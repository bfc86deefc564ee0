package io.cerebro.local.marathon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One client's stream. It never waits for the client; one who reads too slowly is dropped. */
final class EventStream implements EventHub.Listener {
    private static final int BUFFERED = 1024;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Response response;
    private final Callback end;
    private final Set<String> types;
    private final Consumer<EventStream> onEnd;
    private boolean writing;
    private boolean over;

    EventStream(Response response, Callback end, Set<String> types, Consumer<EventStream> onEnd) {
        this.response = response;
        this.end = end;
        this.types = types;
        this.onEnd = onEnd;
    }

    @Override
    public void event(String type, String data) {
        if (types.isEmpty() || types.contains(type)) {
            send("event: " + type + "\r\ndata: " + data + "\r\n\r\n");
        }
    }

    void heartbeat() {
        send("\r\n");
    }

    synchronized boolean open() {
        return !over;
    }

    private synchronized void send(String text) {
        if (over) {
            return;
        }
        if (waiting.size() == BUFFERED) {
            failed(new IllegalStateException("the client of an event stream reads too slowly"));
            return;
        }
        waiting.add(text);
        writeNext();
    }

    private synchronized void writeNext() {
        String next = writing || over ? null : waiting.poll();
        if (next != null) {
            writing = true;
            byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
            response.write(false, ByteBuffer.wrap(bytes), Callback.from(this::written, this::failed));
        }
    }

    private synchronized void written() {
        writing = false;
        writeNext();
    }

    void failed(Throwable why) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
        }
        end.failed(why);
        onEnd.accept(this);
    }
}
