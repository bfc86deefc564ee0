package io.cerebro.local.haproxy;

/** One whose daemon, or what that reads, is told of shares. */
interface ToldRig extends RenderedRig {
    /** It is down. */
    void stopDaemon();

    /** What a share is asked of it by: {@code GET http://127.0.0.1:8000/api/services}. */
    String request();
}
