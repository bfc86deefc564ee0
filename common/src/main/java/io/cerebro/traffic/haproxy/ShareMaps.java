package io.cerebro.traffic.haproxy;

import io.cerebro.traffic.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two maps of a running HAProxy that make up the share: {@code share.map} has {@code <service> <basis points>},
 * {@code header.map} has {@code <header value> <service>}. No line means off.
 */
record ShareMaps(RunningMap shares, RunningMap headers) {
    /** @throws IllegalArgumentException where the map has anything but 0 to 10,000 */
    Share share(Canary canary) {
        boolean byHeader =
                headers.get(canary.header()).filter(canary.name()::equals).isPresent();
        return new Share(
                byHeader, shares.get(canary.name()).map(Integer::parseInt).orElse(0));
    }

    /** The other service that has this canary's header value. */
    Optional<String> ownerOf(Canary canary) {
        return headers.get(canary.header()).filter(owner -> !owner.equals(canary.name()));
    }

    /** What to tell HAProxy for this share; nothing where it has it. */
    List<String> commands(Canary canary, Share share) {
        List<String> commands = new ArrayList<>();
        commands.addAll(
                share.basisPoints() > 0
                        ? shares.put(canary.name(), Integer.toString(share.basisPoints()))
                        : shares.remove(entry -> entry.key().equals(canary.name())));
        commands.addAll(headers.remove(
                entry -> entry.value().equals(canary.name()) && !(share.byHeader() && isOwn(entry, canary))));
        if (share.byHeader()) {
            commands.addAll(headers.put(canary.header(), canary.name()));
        }
        return commands;
    }

    private static boolean isOwn(MapEntry entry, Canary canary) {
        return entry.key().equals(canary.header());
    }
}
