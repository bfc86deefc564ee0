package io.cerebro.signatures;

import com.cloudbees.plugins.credentials.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import jenkins.model.Jenkins;

/** What tests put behind Jenkins's singletons; a real Jenkins knows nothing of this class. */
public final class Fakes {
    private static final List<Object> extensions = new ArrayList<>();
    private static final List<Credentials> credentials = new ArrayList<>();
    private static Jenkins jenkins;
    private static ScheduledExecutorService timer;

    private Fakes() {}

    /** Forgets everything; to be called after each test that put something here. */
    public static void reset() {
        extensions.clear();
        credentials.clear();
        jenkins = null;
        timer = null;
    }

    public static void extension(Object it) {
        extensions.add(it);
    }

    public static void credential(Credentials it) {
        credentials.add(it);
    }

    public static void jenkins(Jenkins it) {
        jenkins = it;
    }

    public static void timer(ScheduledExecutorService it) {
        timer = it;
    }

    public static <T> List<T> extensions(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public static <T> List<T> credentials(Class<? extends T> type) {
        return credentials.stream().filter(type::isInstance).<T>map(type::cast).toList();
    }

    public static Jenkins jenkins() {
        return jenkins;
    }

    public static ScheduledExecutorService timer() {
        if (timer == null) {
            throw new IllegalStateException("Fakes.timer(...) was not set");
        }
        return timer;
    }
}
