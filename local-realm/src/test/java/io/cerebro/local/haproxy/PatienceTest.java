package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));

    private static boolean fail(RuntimeException e) {
        throw e;
    }

    @Test
    void asksAgainAfterAHiccup() throws Exception {
        Deque<BooleanSupplier> answers = new ArrayDeque<>(List.of(
                () -> fail(new Unreachable("it did not answer")),
                () -> fail(new HaproxyException("it refused")),
                () -> fail(new IllegalArgumentException("half a row")),
                () -> false,
                () -> true));
        assertThat(PATIENCE.await(() -> answers.remove().getAsBoolean())).isTrue();
        assertThat(answers).isEmpty();
    }

    @Test
    void endsWhenNothingEverAnswers() throws Exception {
        assertThat(new Patience(Duration.ofMillis(60)).await(() -> fail(new Unreachable("it did not answer"))))
                .isFalse();
    }

    @Test
    void doesNotHideAMistake() {
        assertThatThrownBy(() -> PATIENCE.await(() -> fail(new IllegalStateException("a mistake"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
