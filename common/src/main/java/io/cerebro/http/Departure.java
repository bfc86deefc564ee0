package io.cerebro.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes when a request begins to leave, which is when it may have been received. */
final class Departure extends EventListener {
    static final class Mark {
        private volatile boolean left;

        boolean left() {
            return left;
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        Mark mark = call.request().tag(Mark.class);
        if (mark != null) {
            mark.left = true;
        }
    }
}
