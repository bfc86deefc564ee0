package io.cerebro.http;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Optional;

/** Who Cerebro is to another system. The secret leaves it in one header only, never in a text. */
public final class Credentials {
    private static final String AUTHORIZATION = "Authorization";
    private static final Credentials NONE =
            new Credentials(AUTHORIZATION, Optional.empty(), Optional.empty(), Optional.empty(), "no credentials");

    private final String name;
    private final Optional<String> header;
    private final Optional<Tls.Identity> identity;
    private final Optional<Tls> tls;
    private final String shown;

    private Credentials(
            String name, Optional<String> header, Optional<Tls.Identity> identity, Optional<Tls> tls, String shown) {
        this.name = name;
        this.header = header;
        this.identity = identity;
        this.tls = tls;
        this.shown = shown;
    }

    public static Credentials none() {
        return NONE;
    }

    /** A user name and a password, sent without waiting to be asked. */
    public static Credentials basic(String user, String password) {
        if (user.isEmpty() || user.indexOf(':') >= 0 || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "'" + user + "' is not a user name: it must not be empty, nor hold a colon or a control character");
        }
        String header = okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8);
        return new Credentials(
                AUTHORIZATION,
                Optional.of(header),
                Optional.empty(),
                Optional.empty(),
                "the user name and password of '" + user + "'");
    }

    /** A token, sent as {@code Authorization: Bearer}. */
    public static Credentials bearer(String token) {
        requireCarried("token", token);
        return new Credentials(
                AUTHORIZATION, Optional.of("Bearer " + token), Optional.empty(), Optional.empty(), "a token");
    }

    /**
     * A key, sent in a header of its own.
     *
     * @param header such as {@code API-Key}
     */
    public static Credentials key(String header, String key) {
        requireCarried("key", key);
        return new Credentials(header, Optional.of(key), Optional.empty(), Optional.empty(), "a key");
    }

    private static void requireCarried(String kind, String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException(
                    "the " + kind + " is empty, or holds a blank or a letter that no HTTP header can carry");
        }
    }

    /**
     * A client certificate, shown to servers that ask for one.
     *
     * @param store that holds its private key and chain
     * @param password of the private key
     */
    public static Credentials certificate(KeyStore store, String password) {
        Optional<Tls.Identity> identity = Optional.of(new Tls.Identity(store, password));
        return new Credentials(
                AUTHORIZATION,
                Optional.empty(),
                identity,
                Optional.of(Tls.with(identity, Optional.empty())),
                "a client certificate");
    }

    /**
     * The same towards servers whose certificates these authorities have signed, and no others have.
     *
     * @param authorities their certificates
     */
    public Credentials trusting(KeyStore authorities) {
        return new Credentials(
                name, header, identity, Optional.of(Tls.with(identity, Optional.of(authorities))), shown);
    }

    /** How connections are made, where that takes more than a header. */
    Optional<Tls> tls() {
        return tls;
    }

    /** The header that carries them. */
    String name() {
        return name;
    }

    /** Its value. */
    Optional<String> header() {
        return header;
    }

    /** What a refusal refused: {@code user name and password}, {@code token}, …; empty without credentials. */
    public Optional<String> kind() {
        return identity.isPresent()
                ? Optional.of("client certificate")
                : header.map(value -> !name.equals(AUTHORIZATION)
                        ? "key"
                        : value.startsWith("Bearer ") ? "token" : "user name and password");
    }

    /** Says whose they are, never the secret. */
    @Override
    public String toString() {
        return shown;
    }
}
