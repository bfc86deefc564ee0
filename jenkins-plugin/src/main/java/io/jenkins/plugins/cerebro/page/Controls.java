package io.jenkins.plugins.cerebro.page;

import hudson.model.Run;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a person may do to a release that is under way in this Jenkins, by its build and record. */
public final class Controls {
    /** One release. */
    public interface Control {
        /** Takes a canary on that is held. */
        void approve(String by);

        void rollBack(String by);
    }

    private static final Map<String, Control> ALL = new ConcurrentHashMap<>();

    private Controls() {}

    public static void register(Run<?, ?> run, int record, Control control) {
        ALL.put(key(run, record), control);
    }

    public static void forget(Run<?, ?> run, int record) {
        ALL.remove(key(run, record));
    }

    static Optional<Control> of(Run<?, ?> run, int record) {
        return Optional.ofNullable(ALL.get(key(run, record)));
    }

    private static String key(Run<?, ?> run, int record) {
        return run.getExternalizableId() + "/" + record;
    }
}
