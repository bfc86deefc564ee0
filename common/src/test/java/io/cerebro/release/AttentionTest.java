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
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private final TestClock clock = new TestClock();
    private final Attention attention = new Attention(ORDERS, clock);

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
        assertThat(attention.called()).isEqualTo(Duration.ZERO);
        clock.advance(Duration.ofMillis(200));
        assertThat(attention.called()).isEqualTo(Duration.ofMillis(800));
        clock.advance(Duration.ofSeconds(5));
        assertThat(attention.called()).isEqualTo(Duration.ZERO);
    }

    @Test
    void looksOnceMoreSoonAfterAnEvent() {
        Drive drive = new Drive().live(orders("v1"));
        Progress waiting = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        assertThat(waiting.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(attention.looked(waiting, false)).isEqualTo(Duration.ofSeconds(3));

        assertThat(attention.called()).isEqualTo(Duration.ZERO);

        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofMillis(700));
        assertThat(attention.looked(waiting, true)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void letsALookWaitWhileInstancesComeUp() {
        Drive drive = new Drive().live(orders("v1"));
        Progress waiting = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        clock.advance(Duration.between(clock.instant(), waiting.stageBegan()));
        attention.looked(waiting, true);
        clock.advance(Duration.ofSeconds(10));
        assertThat(attention.rest(waiting, true)).isEqualTo(Duration.ZERO);

        attention.calledBy(status("TASK_RUNNING"));
        clock.advance(Duration.ofSeconds(3));

        assertThat(attention.rest(waiting, true)).isEqualTo(Duration.ofSeconds(7));
        assertThat(attention.rest(waiting, false)).isEqualTo(Duration.ZERO);
    }

    @Test
    void looksEachMinuteAllTheSameAndMoreRarelyTheLongerItTakes() {
        Drive drive = new Drive().live(orders("v1"));
        Progress waiting = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        clock.advance(Duration.between(clock.instant(), waiting.stageBegan()));
        attention.looked(waiting, true);
        clock.advance(Duration.ofSeconds(55));
        attention.calledBy(status("TASK_RUNNING"));
        assertThat(attention.rest(waiting, true)).isEqualTo(Duration.ofSeconds(5));

        clock.advance(Duration.ofSeconds(185));
        attention.looked(waiting, true);
        clock.advance(Duration.ofSeconds(56));
        attention.calledBy(status("TASK_RUNNING"));
        assertThat(attention.rest(waiting, true)).isEqualTo(Duration.ofSeconds(4));
    }

    private static Event event(String type, AppId app) {
        return new Event(type, Set.of(app), NullNode.getInstance());
    }

    private static Event status(String taskStatus) {
        JsonNode data = JsonNodeFactory.instance.objectNode().put("taskStatus", taskStatus);
        return new Event("status_update_event", Set.of(ORDERS), data);
    }
}
