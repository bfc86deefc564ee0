package io.cerebro.gate.source;

import io.cerebro.gate.Source;
import io.cerebro.realm.JsonAccess;
import io.cerebro.realm.NewRelicAccess;
import io.cerebro.realm.PrometheusAccess;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.SourceAccess;
import java.time.Clock;
import java.util.List;

/** Makes the sources that a realm names. */
public final class SourceFactory {
    private SourceFactory() {}

    /** In their order. Nobody is asked yet; one whose secret or file is missing says so when it is asked. */
    public static List<Source> of(List<SourceAccess> accesses) {
        return accesses.stream().map(SourceFactory::of).toList();
    }

    private static Source of(SourceAccess access) {
        try {
            return made(access);
        } catch (RealmsException missing) {
            return new Unasked(access, String.valueOf(missing.getMessage()));
        }
    }

    private static Source made(SourceAccess access) {
        if (access instanceof PrometheusAccess prometheus) {
            return new PrometheusSource(prometheus);
        }
        return access instanceof NewRelicAccess newRelic
                ? new NrqlSource(newRelic, Clock.systemUTC())
                : new JsonSource((JsonAccess) access);
    }
}
