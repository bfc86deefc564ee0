package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.SourceException;
import io.cerebro.realm.SourceAccess;
import java.time.Duration;
import java.util.Map;

/** A source that cannot be asked because a secret or a file is missing. It troubles the gate alone: a rollback needs none. */
record Unasked(SourceAccess access, String because) implements Source {
    @Override
    public String name() {
        return access.name();
    }

    @Override
    public Duration every() {
        return access.every();
    }

    @Override
    public Map<String, Counters> look(Contest contest) {
        throw new SourceException(because);
    }
}
