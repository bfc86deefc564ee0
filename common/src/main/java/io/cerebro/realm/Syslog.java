package io.cerebro.realm;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where Docker sends what a realm's containers write, by its own syslog log driver.
 *
 * @param address such as {@code udp://logs.example.com:514}
 * @param facility empty for Docker's own, daemon
 * @param tag of each line; empty for the service's name and the container's id
 */
public record Syslog(String address, Optional<String> facility, Optional<String> tag) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:udp|tcp|tcp\\+tls)://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?|unix(?:gram)?:///[A-Za-z0-9._/-]+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._/:{}-]{1,200}");
    private static final Set<String> FACILITIES = Stream.concat(
                    Stream.of(
                            "kern",
                            "user",
                            "mail",
                            "daemon",
                            "auth",
                            "syslog",
                            "lpr",
                            "news",
                            "uucp",
                            "cron",
                            "authpriv",
                            "ftp"),
                    IntStream.range(0, 8).mapToObj(number -> "local" + number))
            .collect(Collectors.toUnmodifiableSet());

    public Syslog {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "a syslog address is like udp://logs.example.com:514, with udp, tcp, tcp+tls or unix, unlike '"
                            + address + "'");
        }
        facility.filter(name -> !FACILITIES.contains(name)).ifPresent(name -> {
            throw new IllegalArgumentException(
                    "a syslog facility is one of Docker's, such as daemon or local7, unlike '" + name + "'");
        });
        tag.filter(text -> !TAG.matcher(text).matches()).ifPresent(text -> {
            throw new IllegalArgumentException("a syslog tag has letters, digits and ._/:{}-, such as"
                    + " {{.ImageName}}/{{.ID}}, unlike '" + text + "'");
        });
    }
}
