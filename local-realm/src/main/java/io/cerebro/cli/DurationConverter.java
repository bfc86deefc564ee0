package io.cerebro.cli;

import io.cerebro.realm.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** {@code 30s}, {@code 5m}, {@code 1h}, as in realms.yaml. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text);
    }
}
