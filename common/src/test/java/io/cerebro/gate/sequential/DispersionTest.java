package io.cerebro.gate.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Counts;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class DispersionTest {
    private final Random random = new Random(1);

    @Test
    void isOneWhereEachRequestFailsOnItsOwn() {
        assertThat(after(2000, look -> errors(100, 0.05))).isBetween(1.0, 1.2);
    }

    @Test
    void isAboutTheSizeOfClumpsThatAreAllOfOneSize() {
        assertThat(after(2000, look -> 10 * errors(100, 0.01))).isBetween(9.0, 13.0);
    }

    @Test
    void seesClumpsThatLastForLongerThanALook() {
        assertThat(after(2000, look -> look % 100 < 4 ? 5 : 0)).isGreaterThan(5);
    }

    @Test
    void takesOneClumpForOne() {
        assertThat(after(20, look -> look == 10 ? 12 : 0)).isBetween(7.0, 12.0);
    }

    @Test
    void takesNoSlowDriftForClumps() {
        assertThat(after(2000, look -> errors(200, 0.05 + 0.04 * Math.sin(look / 1000.0))))
                .isBetween(1.0, 1.3);
    }

    @Test
    void takesFewErrorsForNoClumps() {
        assertThat(after(100, look -> look % 30 == 0 ? 1 : 0)).isEqualTo(1);
        assertThat(Dispersion.NONE.factor()).isEqualTo(1);
    }

    @Test
    void doesNotTakeTheBeginningOfTrafficForAClump() {
        Dispersion silent = Dispersion.NONE;
        for (int look = 0; look < 50; look++) {
            silent = silent.look(Counts.NONE);
        }
        assertThat(silent).isEqualTo(Dispersion.NONE);
    }

    @Test
    void comparesNothingAcrossAnInterruption() {
        Dispersion before = Dispersion.NONE;
        for (int look = 0; look < 60; look++) {
            before = before.look(new Counts(10, 0));
        }
        Dispersion after = before.interrupted();
        for (int look = 0; look < 60; look++) {
            before = before.look(new Counts(1000, 20));
            after = after.look(new Counts(1000, 20));
        }

        assertThat(before.factor()).isGreaterThan(2);
        assertThat(after.factor()).isEqualTo(1);
    }

    private static double after(int looks, IntUnaryOperator errors) {
        Dispersion dispersion = Dispersion.NONE;
        for (int look = 0; look < looks; look++) {
            dispersion = dispersion.look(new Counts(200, errors.applyAsInt(look)));
        }
        return dispersion.factor();
    }

    private int errors(int requests, double rate) {
        return (int) random.doubles(requests).filter(drawn -> drawn < rate).count();
    }
}
