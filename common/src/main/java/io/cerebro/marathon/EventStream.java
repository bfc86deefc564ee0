package io.cerebro.marathon;

import io.cerebro.http.Answer;
import io.cerebro.http.Remote;
import io.cerebro.http.Trouble;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import org.jspecify.annotations.Nullable;

/** One connection to {@code /v2/events}, from the request to its end. */
final class EventStream extends EventSourceListener {
    /** Who wants to know. Called on OkHttp's thread; the end is told once, and nothing after it. */
    interface Follower {
        void opened(EventStream stream);

        void heard(EventStream stream, Event event);

        void ended(EventStream stream, String why, Optional<HttpUrl> leader);
    }

    private final Remote remote;
    private final Follower follower;
    private volatile boolean open;

    EventStream(Remote remote, Follower follower) {
        this.remote = remote;
        this.follower = follower;
    }

    @Override
    public void onOpen(EventSource source, Response response) {
        open = true;
        follower.opened(this);
    }

    @Override
    public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
        follower.heard(this, EventReader.read(type == null ? "" : type, data));
    }

    @Override
    public void onClosed(EventSource source) {
        follower.ended(this, tried(source.request().url()) + "the stream ended", Optional.empty());
    }

    @Override
    public void onFailure(EventSource source, @Nullable Throwable failure, @Nullable Response response) {
        HttpUrl url = source.request().url();
        if (response == null || open) {
            follower.ended(this, tried(url) + broken(failure), Optional.empty());
        } else if (response.isSuccessful()) {
            follower.ended(this, tried(url) + "the answer is not an event stream", Optional.empty());
        } else {
            follower.ended(this, refused(url, response), leader(response));
        }
    }

    private String broken(@Nullable Throwable failure) {
        if (open && failure instanceof SocketTimeoutException) {
            return "nothing came any more, not even a heartbeat";
        }
        return failure instanceof IOException cut ? Trouble.of(cut) : "it failed (" + failure + ")";
    }

    private String refused(HttpUrl url, Response response) {
        if (response.code() >= 500) {
            return tried(url) + "it answered " + response.code();
        }
        if (response.code() == 401 && !remote.includes(url)) {
            return tried(url)
                    + "it wants credentials (401), and only the realm's Marathon URLs get them; add it to them";
        }
        String location = response.header("Location", "");
        Answer answer = new Answer("GET", Remote.show(url), response.code(), location, "");
        return Refusal.sentence(answer, remote.credentials());
    }

    /** A follower's 302 names the leader. */
    private static Optional<HttpUrl> leader(Response response) {
        String location = response.header("Location");
        return response.isRedirect() && location != null
                ? Optional.ofNullable(response.request().url().resolve(location))
                : Optional.empty();
    }

    private static String tried(HttpUrl url) {
        return "tried to GET " + Remote.show(url) + " but ";
    }
}
