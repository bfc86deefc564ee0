package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private final Attention attention = new Attention(ORDERS);

    @Test
    void isCalledByWhatDecidesSomethingAboutTheService() {
        assertThat(attention.calledBy(event("deployment_success", ORDERS))).isTrue();
        assertThat(attention.calledBy(event("deployment_failed", ORDERS.canary())))
                .isTrue();
        assertThat(attention.calledBy(new Event("event_stream_attached", Set.of(), NullNode.getInstance())))
                .isTrue();
        assertThat(attention.calledBy(status("TASK_FAILED"))).isTrue();
        assertThat(attention.calledBy(status("TASK_RUNNING"))).isFalse();
        assertThat(attention.calledBy(event("health_status_changed_event", ORDERS)))
                .isFalse();
        assertThat(attention.calledBy(event("deployment_success", AppId.of("/basket"))))
                .isFalse();
    }

    @Test
    void looksAtMostOnceASecondHoweverManyEventsCome() {
        assertThat(attention.called(NOW)).isEqualTo(Duration.ZERO);
        assertThat(attention.called(NOW.plusMillis(200))).isEqualTo(Duration.ofMillis(800));
        assertThat(attention.called(NOW.plusSeconds(5))).isEqualTo(Duration.ZERO);
    }

    @Test
    void looksOnceMoreSoonAfterAnEvent() {
        Drive drive = new Drive().live(orders("v1"));
        Progress waiting = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        assertThat(waiting.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(attention.looked(waiting, false)).isEqualTo(Duration.ofSeconds(3));

        assertThat(attention.called(NOW)).isEqualTo(Duration.ZERO);

        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofMillis(700));
        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofSeconds(10));
    }

    private static Event event(String type, AppId app) {
        return new Event(type, Set.of(app), NullNode.getInstance());
    }

    private static Event status(String taskStatus) {
        JsonNode data = JsonNodeFactory.instance.objectNode().put("taskStatus", taskStatus);
        return new Event("status_update_event", Set.of(ORDERS), data);
    }
}
