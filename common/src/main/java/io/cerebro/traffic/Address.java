package io.cerebro.traffic;

/** Where an instance listens. */
public record Address(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
