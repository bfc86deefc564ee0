package io.cerebro.marathon;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told of events. One that fails does not keep them from the others. */
final class Listeners {
    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<Listening> all = new CopyOnWriteArrayList<>();

    Events.Subscription add(Consumer<Event> listener) {
        Listening listening = new Listening(listener);
        all.add(listening);
        return listening;
    }

    void tell(Event event) {
        for (Listening listening : all) {
            try {
                listening.listener.accept(event);
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.WARNING, "a listener failed at the event " + event.type(), broken);
            }
        }
    }

    private final class Listening implements Events.Subscription {
        private final Consumer<Event> listener;

        private Listening(Consumer<Event> listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }
}
