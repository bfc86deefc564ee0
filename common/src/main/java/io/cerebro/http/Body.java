package io.cerebro.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** JSON on its way out; what must not be repeated goes once, also over a connection that turns out to be dead. */
final class Body extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] json;
    private final boolean once;

    Body(Ask ask) {
        this.json = ask.bytes();
        this.once = !ask.repeatable();
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return json.length;
    }

    @Override
    public boolean isOneShot() {
        return once;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(json);
    }
}
