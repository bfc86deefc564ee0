package io.cerebro.realm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A password or token that is looked up only when it is used, and that no text ever shows. */
public final class Secret {
    private static final String VALUE = "a value";

    private final String source;
    private final Supplier<String> value;

    private Secret(String source, Supplier<String> value) {
        this.source = source;
        this.value = value;
    }

    /** The value of an environment variable. */
    public static Secret env(String variable) {
        return env(variable, System.getenv());
    }

    static Secret env(String variable, Map<String, String> environment) {
        return new Secret(
                "the environment variable " + variable,
                () -> present(environment.get(variable), "the environment variable " + variable + " is not set"));
    }

    /** The content of a file, without the line break at its end. */
    public static Secret file(Path file) {
        return new Secret("the file " + file, () -> content(file));
    }

    /** A value that somebody else keeps, such as a CI server's credentials store. */
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        return new Secret(VALUE, () -> value);
    }

    /** One that cannot be had; whoever comes to need it is told why. */
    public static Secret missing(String why) {
        return new Secret(why, () -> {
            throw new RealmsException(why);
        });
    }

    /**
     * The secret itself.
     *
     * @throws RealmsException if it is not there
     */
    public String reveal() {
        return value.get();
    }

    private static String content(Path file) {
        try {
            return present(Files.readString(file).stripTrailing(), "the file " + file + " is empty");
        } catch (NoSuchFileException e) {
            throw new RealmsException("a secret is missing: there is no file " + file, e);
        } catch (IOException e) {
            throw new RealmsException(
                    "a secret is missing: the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String present(@Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            throw new RealmsException("a secret is missing: " + otherwise);
        }
        return value;
    }

    /** Two secrets are equal when they come from the same place; values are their own place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && secret.source.equals(source)
                && (!source.equals(VALUE) || secret.reveal().equals(reveal()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(source);
    }

    /** Where it comes from, never what it is. */
    @Override
    public String toString() {
        return "secret from " + source;
    }
}
