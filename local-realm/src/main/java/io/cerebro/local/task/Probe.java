package io.cerebro.local.task;

import io.cerebro.traffic.Address;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a task whether it is well. Never blocks; answers on some other thread, once. */
interface Probe extends AutoCloseable {
    void ask(Question question, Consumer<Answer> listener);

    @Override
    void close();

    /** How to ask. */
    enum Scheme {
        HTTP,
        HTTPS,
        TCP
    }

    /**
     * Whom to ask for what.
     *
     * @param path for HTTP and HTTPS
     */
    record Question(Scheme scheme, Address address, String path, Duration timeout) {
        String url() {
            String slash = path.startsWith("/") ? "" : "/";
            return scheme.name().toLowerCase(Locale.ROOT) + "://" + address + slash + path;
        }
    }

    /**
     * What came of it.
     *
     * @param http empty for a TCP connection that was accepted, and if nothing answered
     * @param problem why nothing answered
     */
    record Answer(Optional<Http> http, Optional<String> problem) {
        static Answer of(int status, String reason, String body) {
            return new Answer(Optional.of(new Http(status, reason, body)), Optional.empty());
        }

        static Answer connected() {
            return new Answer(Optional.empty(), Optional.empty());
        }

        static Answer none(String problem) {
            return new Answer(Optional.empty(), Optional.of(problem));
        }
    }

    /** An HTTP answer, its body cut where it gets long. */
    record Http(int status, String reason, String body) {}
}
