package io.cerebro.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One type of a looked-up API: its name, where it was read, whether we merely call it, and what we sign of it. */
public record Signed(String name, String source, boolean calledOnly, Surface surface) {
    private static final Pattern HEADING = Pattern.compile("(\\S+) <(.+)>( \\[called])?");

    /** All of a resource such as {@code /jenkins-api.txt}. */
    public static List<Signed> all(String resource) {
        return Arrays.stream(text(resource).split("(?m)^--- "))
                .skip(1)
                .map(Signed::parse)
                .toList();
    }

    /** How the real type differs from what we sign, in words that name the missing line. */
    public List<String> differencesFrom(Surface real) {
        var gone = surface.minus(real).stream().map(line -> name + " is signed, but lacks: " + line);
        var added = calledOnly
                ? Stream.<String>of()
                : real.obligations().minus(surface).stream().map(line -> name + " is signed without: " + line);
        return Stream.concat(gone, added).toList();
    }

    private static Signed parse(String block) {
        List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
        Matcher heading = HEADING.matcher(lines.get(0));
        if (!heading.matches()) {
            throw new IllegalArgumentException("not the heading of a type: " + lines.get(0));
        }
        var surface = new TreeSet<String>();
        lines.stream().skip(1).map(String::strip).forEach(surface::add);
        return new Signed(heading.group(1), heading.group(2), heading.group(3) != null, new Surface(surface));
    }

    private static String text(String resource) {
        try (InputStream in = Signed.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
