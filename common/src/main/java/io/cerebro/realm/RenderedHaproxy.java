package io.cerebro.realm;

/**
 * A HAProxy whose configuration a daemon renders; Cerebro only reads it.
 *
 * @param socket its stats socket, of level operator at least: a path, or host and port
 */
public record RenderedHaproxy(String name, String socket) {
    public RenderedHaproxy {
        HaproxyAccess.requireReachable(name, socket);
    }
}
