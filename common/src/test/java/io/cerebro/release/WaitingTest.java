package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.QueueItem;
import io.cerebro.marathon.QueueItem.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final AppDefinition HUGE = Drive.definition("""
            {"id": "/huge", "cpus": 4.0, "mem": 512, "constraints": [["rack", "CLUSTER", "a"]]}""");

    @Test
    void tellsForWantOfWhatOffersAreRefusedWithTheirNumbers() {
        assertThat(why(2, Duration.ZERO, new Rejection("UnfulfilledRole", 0, 12), rejected("InsufficientCpus")))
                .contains("2 instances wait for an offer: needs 4.0 cpus, 12 of 12 offers are too small");
        assertThat(why(1, Duration.ZERO, rejected("InsufficientMemory")))
                .contains("1 instance waits for an offer: needs 512 MB of memory, 12 of 12 offers are too small");
        assertThat(why(1, Duration.ZERO, rejected("InsufficientPorts")))
                .contains("1 instance waits for an offer: the ports that it needs are not free in 12 of 12 offers");
    }

    @Test
    void tellsOfAConstraintThatNoOfferMeetsAndOfWhatIsLeft() {
        assertThat(why(
                        1,
                        Duration.ZERO,
                        new Rejection("UnfulfilledConstraint", 9, 12),
                        new Rejection("InsufficientCpus", 3, 3)))
                .contains("1 instance waits for an offer: 9 of 12 offers do not meet its constraints"
                        + " [[\"rack\",\"CLUSTER\",\"a\"]]; needs 4.0 cpus, 3 of 12 offers are too small");
    }

    @Test
    void tellsHowLongMarathonBacksOff() {
        assertThat(why(1, Duration.ofSeconds(17))).contains("Marathon tries again in 17 s");
    }

    @Test
    void saysNothingBeforeAnyOfferAndNothingOfOthers() {
        assertThat(why(1, Duration.ZERO, new Rejection("UnfulfilledRole", 0, 0)))
                .isEmpty();
        assertThat(Waiting.why(
                        app(),
                        List.of(new QueueItem(
                                AppId.of("/other"), 1, Duration.ZERO, List.of(rejected("InsufficientCpus"))))))
                .isEmpty();
    }

    private static Rejection rejected(String reason) {
        return new Rejection(reason, 12, 12);
    }

    private static Optional<String> why(int count, Duration backOff, Rejection... rejections) {
        return Waiting.why(app(), List.of(new QueueItem(HUGE.id(), count, backOff, List.of(rejections))));
    }

    private static App app() {
        Instant now = Instant.parse("2026-11-23T00:40:00Z");
        return new App(HUGE, now, now, 2, List.of("d1"), List.of(), List.of(), Optional.empty());
    }
}
