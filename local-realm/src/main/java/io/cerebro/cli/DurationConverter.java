package io.cerebro.cli;

import io.cerebro.document.Amounts;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 30s}, {@code 5m}, {@code 1h}, as in realms.yaml. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Amounts.duration(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a time: it is a whole number with ms, s, m or h, such as 30s"));
    }
}
