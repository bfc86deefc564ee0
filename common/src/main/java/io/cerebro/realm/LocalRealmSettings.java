package io.cerebro.realm;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A realm on this machine.
 *
 * @param address that everything of it listens on
 * @param agentPort of what stands in for a Mesos agent
 * @param ports that instances get
 * @param cpus of all instances together; empty for what the local realm gives out by itself
 * @param mem of all instances together, in MB
 * @param haproxy the program
 * @param home the directory that holds its state; HAProxy's socket and maps are in {@code home/haproxy}
 */
public record LocalRealmSettings(
        String address,
        int marathonPort,
        int agentPort,
        Ports ports,
        Optional<Double> cpus,
        Optional<Double> mem,
        String haproxy,
        Path home) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    public LocalRealmSettings {
        if (!IPV4.matcher(address).matches()) {
            throw new IllegalArgumentException("'" + address + "' is not an IPv4 address, such as 127.0.0.2");
        }
    }

    /** A range of ports, both ends included. */
    public record Ports(int first, int last) {
        private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

        public Ports {
            if (first < 1 || last > 65_535 || first > last) {
                throw new IllegalArgumentException(
                        "'" + first + "-" + last + "' is not a range of ports, such as 31000-32000");
            }
        }

        static Ports of(String text) {
            var matcher = RANGE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a range of ports, such as 31000-32000");
            }
            return new Ports(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }

        @Override
        public String toString() {
            return first + "-" + last;
        }
    }

    /** Where its HAProxy has its socket and its maps. */
    public Path haproxyDirectory() {
        return home.resolve("haproxy");
    }
}
