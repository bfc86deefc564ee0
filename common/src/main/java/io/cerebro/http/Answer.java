package io.cerebro.http;

/**
 * What a system answered, whatever its status.
 *
 * @param url that answered, to be shown: without query, user or secret
 * @param location of a redirect, which is never followed; otherwise empty
 */
public record Answer(String method, String url, int status, String location, String body) {
    /** Such as {@code GET http://10.0.0.1:8080/v2/apps/orders}. */
    public String request() {
        return method + " " + url;
    }

    /** The body's first line, of at most 80 characters, for a message. */
    public String shown() {
        String first = body.lines().findFirst().orElse("");
        return first.length() > 80 ? first.substring(0, 80) + "…" : first;
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Answered by something that stands in for the system while it is away: a proxy, or a follower without a leader. */
    boolean away() {
        return status == 502 || status == 503 || status == 504 || (status == 500 && body.isEmpty());
    }
}
