package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final Set<String> ABOUT_NO_APP =
            Set.of("event_stream_attached", "event_stream_detached", "group_change_success", "group_change_failed");

    @Test
    void findsTheAppOfEachTypeOfEvent() {
        for (JsonNode recorded : Recorded.lines("event-types")) {
            Event event = EventReader.read(
                    recorded.get("type").textValue(), recorded.get("data").textValue());

            assertThat(event.apps()).as(event.type()).hasSize(ABOUT_NO_APP.contains(event.type()) ? 0 : 1);
            assertThat(event.data().path("eventType").asText()).isEqualTo(event.type());
        }
    }

    @Test
    void knowsEveryTypeThatARealMarathonSent() {
        Set<String> recorded = Recorded.lines("event-types").stream()
                .map(line -> line.get("type").textValue())
                .collect(Collectors.toSet());

        assertThat(recorded)
                .containsAll(HttpEvents.USEFUL.stream()
                        .filter(type -> !type.equals("deployment_step_failure"))
                        .filter(type -> !type.equals("unhealthy_task_kill_event"))
                        .toList());
    }

    @Test
    void findsEveryAppOfAPlan() {
        Event event = EventReader.read(
                "deployment_success",
                "{\"plan\":{\"steps\":[{\"actions\":[{\"app\":\"/shop/db\"},{\"app\":\"/shop/web\"}]},"
                        + "{\"actions\":[{\"app\":\"/shop/web\"},{\"pod\":\"/shop/pod\"}]}]}}");

        assertThat(event.apps()).containsExactlyInAnyOrder(AppId.of("/shop/db"), AppId.of("/shop/web"));
    }

    @Test
    void makesNoTroubleOfWhatItCannotRead() {
        assertThat(EventReader.read("news", "not JSON").apps()).isEmpty();
        assertThat(EventReader.read("news", "{\"appId\":\"NOT AN APP\"}").apps())
                .isEmpty();
        assertThat(EventReader.read("news", "").apps()).isEmpty();
    }
}
