package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void dropsALogin() {
        assertThat(new Source(Optional.of("https://ann:hunter2@ci/job/12/"), Optional.empty()).build())
                .contains("https://ci/job/12/");
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> new Source(Optional.of("ci/job/12"), Optional.empty()))
                .hasMessage("'ci/job/12' is not the address of a build, such as https://ci.example.com/job/orders/12/");
        assertThatThrownBy(() -> new Source(Optional.empty(), Optional.of("two words")))
                .hasMessage("'two words' is not a commit, such as d91aed3");
    }

    @Test
    void leavesOutWhatABuildServerDoesNotKnow() {
        assertThat(Source.of(Optional.of("localhost"), Optional.of("two words")))
                .isEqualTo(Source.UNKNOWN);
        assertThat(Source.of(Optional.of("http://ci/12"), Optional.of("1234")))
                .isEqualTo(new Source(Optional.of("http://ci/12"), Optional.of("1234")));
    }
}
