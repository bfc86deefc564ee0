package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands every event to whoever listens, without ever waiting for them. */
final class EventHub {
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** Someone who wants events. */
    interface Listener {
        void event(String type, String data);
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    boolean remove(Listener listener) {
        return listeners.remove(listener);
    }

    void publish(String type, ObjectNode data) {
        String text = data.toString();
        listeners.forEach(listener -> listener.event(type, text));
    }
}
