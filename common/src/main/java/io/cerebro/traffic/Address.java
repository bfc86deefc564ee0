package io.cerebro.traffic;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where an instance listens.
 *
 * @param host as whoever names it does: load balancers name addresses, Mesos agents may have names
 */
public record Address(String host, int port) {
    /** With the host's address, as load balancers show it; the name itself where it cannot be resolved here. */
    public static Address resolved(String host, int port) {
        try {
            return new Address(InetAddress.getByName(host).getHostAddress(), port);
        } catch (UnknownHostException unknown) {
            return new Address(host, port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
