package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    private static final Limits LIMITS = new Limits(4, 1024, 3_000);

    @ParameterizedTest
    @CsvSource({"5, 5", "' 5 ', 5", "+2, 5", "-1, 2", "x2, 6", "x1.5, 5", "x1000, 3000", "150%, 5", "150 %, 5", "34%, 2"
    })
    void startsFromWhatThereIs(String wish, int wanted) {
        assertThat(Size.of(wish, LIMITS).from(3)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "2x", "--1", "1.5", "-", "x", "%", "1e3", "9999999999"})
    void refusesWhatIsNoNumber(String wish) {
        assertThatThrownBy(() -> Size.of(wish, LIMITS))
                .hasMessage("instances is a number such as 5, or a change such as +2, -1, x2 or 150%, but is '" + wish
                        + "'");
    }

    @ParameterizedTest
    @CsvSource({"3001, 3001", "0, 0", "-3, 0", "-5, -2", "x999999, 2999997", "0%, 0"})
    void keepsTheRealmsBounds(String wish, String wanted) {
        assertThatThrownBy(() -> Size.of(wish, LIMITS).from(3))
                .hasMessage("the realm allows 1 to 3000 instances of a service, not " + wanted);
    }

    @Test
    void knowsNoBoundWhereTheRealmHasNone() {
        assertThat(Size.of("100000", Limits.NONE).from(3)).isEqualTo(100_000);
        assertThatThrownBy(() -> Size.of("0", Limits.NONE).from(3))
                .hasMessage("the realm allows 1 instance or more of a service, not 0");
    }
}
