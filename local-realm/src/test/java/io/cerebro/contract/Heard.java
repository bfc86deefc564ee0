package io.cerebro.contract;

import io.cerebro.http.Remote;
import io.cerebro.marathon.Event;
import io.cerebro.marathon.HttpEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Everything that one event stream has told, from before the first request on. */
final class Heard implements AutoCloseable {
    private static final List<String> TYPES = List.of(
            "deployment_info",
            "deployment_success",
            "deployment_failed",
            "deployment_step_success",
            "group_change_success",
            "api_post_event",
            "status_update_event");

    private final List<Event> all = new CopyOnWriteArrayList<>();
    private final HttpEvents events;

    private Heard(HttpEvents events) {
        this.events = events;
    }

    static Heard of(Remote marathon) {
        return of(marathon, TYPES);
    }

    static Heard of(Remote marathon, List<String> types) {
        Heard heard = new Heard(HttpEvents.connect(marathon, types));
        heard.events.listen(heard.all::add);
        Eventually.see(() -> heard.any(event -> event.type().equals("event_stream_attached")), "the stream attached");
        return heard;
    }

    /** Waits for an event of a deployment. */
    Event of(String type, String deployment) {
        Predicate<Event> wanted =
                event -> event.type().equals(type) && deployment(event).equals(deployment);
        Eventually.see(() -> any(wanted), type + " of deployment " + deployment);
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }

    boolean any(Predicate<Event> wanted) {
        return all.stream().anyMatch(wanted);
    }

    List<String> types(String deployment) {
        return all.stream()
                .filter(event -> deployment(event).equals(deployment))
                .map(Event::type)
                .toList();
    }

    List<Event> all() {
        return List.copyOf(all);
    }

    boolean flowing() {
        return events.flowing();
    }

    private static String deployment(Event event) {
        return event.data()
                .path("plan")
                .path("id")
                .asText(event.data().path("id").asText());
    }

    @Override
    public void close() {
        events.close();
    }
}
