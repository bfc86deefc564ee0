package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Probe;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.http.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks as one who wants the canary: by the realm's canary header, through whatever the URL leads to. */
public final class HeaderProbe implements Probe {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Visitor visitor = new Visitor(SHORT);
    private final String header;

    /** @param header such as {@code X-Canary} */
    public HeaderProbe(String header) {
        this.header = header;
    }

    @Override
    public Optional<String> wrong(URI url, Contest contest) {
        try {
            int status = visitor.status(url, Map.of(header, contest.service().name()));
            return status < 400 ? Optional.empty() : Optional.of("it answered " + status);
        } catch (Unreachable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
