package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void waitsLongerAfterEachFailureUpToHalfAMinute() {
        Pace patient = new Pace(Duration.ofSeconds(25), Duration.ofSeconds(2), () -> 0);

        assertThat(IntStream.rangeClosed(1, 8).mapToObj(patient::delay).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 32L, 32L);
    }

    @Test
    void comesBackUpToTwiceAsSoonAsOthers() {
        Pace hasty = new Pace(Duration.ofSeconds(25), Duration.ofSeconds(2), () -> 1);

        assertThat(hasty.delay(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(hasty.delay(100)).isEqualTo(Duration.ofSeconds(16));
    }
}
