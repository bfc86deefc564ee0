package io.cerebro.chronos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    @Test
    void runsAtEachInterval() {
        assertThat(runs("R3/2026-11-23T02:00:00Z/PT15M", "", 5))
                .containsExactly("2026-11-23T02:00:00Z", "2026-11-23T02:15:00Z", "2026-11-23T02:30:00Z");
        assertThat(runs("R/2026-11-23T02:00:00+01:00/P1DT12H", "", 2))
                .containsExactly("2026-11-23T01:00:00Z", "2026-11-24T13:00:00Z");
    }

    @Test
    void knowsThatMonthsAndYearsDifferInLength() {
        assertThat(runs("R/2027-12-31T00:00:00Z/P2M", "", 3))
                .containsExactly("2027-12-31T00:00:00Z", "2028-02-29T00:00:00Z", "2028-04-30T00:00:00Z");
        assertThat(runs("R/2028-02-29T00:00:00Z/P1Y", "", 2))
                .containsExactly("2028-02-29T00:00:00Z", "2029-02-28T00:00:00Z");
    }

    @Test
    void staysAtTheSameHourOfATimeZone() {
        assertThat(runs("R/2026-10-24T02:30:00Z/P1D", "Europe/Berlin", 3))
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    private static List<String> runs(String text, String zone, int most) {
        Schedule schedule = Schedule.of(text, zone);
        List<String> runs = new ArrayList<>();
        Instant from = schedule.start().orElseThrow().toInstant();
        for (int i = 0; i < most; i++) {
            var next = schedule.from(schedule.start().orElseThrow(), from);
            if (next.isEmpty()) {
                break;
            }
            runs.add(next.get().at().toString());
            from = next.get().at().plusSeconds(1);
        }
        return runs;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            daily                          |        | 'daily' is no schedule: it is repetitions, start and interval, such as R/2026-11-23T02:00:00Z/P1D
            R0/2026-11-23T02:00:00Z/P1D    |        | 'R0/2026-11-23T02:00:00Z/P1D' never runs: R alone is for ever, R1 is once
            R/2026-11-23T02:00:00/P1D      |        | '2026-11-23T02:00:00' is no moment to start at: it is like 2026-11-23T02:00:00Z, with Z or an offset, or with scheduleTimeZone beside it
            R/2026-02-30T02:00:00Z/P1D     |        | '2026-02-30T02:00:00Z' is no moment to start at: it is like 2026-11-23T02:00:00Z, with Z or an offset, or with scheduleTimeZone beside it
            R/1969-11-23T02:00:00Z/P1D     |        | '1969-11-23T02:00:00Z' is before 1970, which Chronos refuses
            R/2026-11-23T02:00:00Z/P1H     |        | 'P1H' is no interval: it is like P1D, P1M, PT15M or P1DT12H, with a T before hours and minutes
            R/2026-11-23T02:00:00Z/P       |        | a schedule's interval is longer than nothing, such as P1D or PT15M
            R/2026-11-23T02:00:00Z/PT0S    |        | a schedule's interval is longer than nothing, such as P1D or PT15M
            R/2026-11-23T02:00:00Z/P1D     | Berlin | 'Berlin' is no time zone, such as Europe/Berlin
            """)
    void refusesWhatChronosWouldNotUnderstand(String text, String zone, String message) {
        assertThatThrownBy(() -> Schedule.of(text, zone == null ? "" : zone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "R/2026-11-23T02:00:00Z/P1D, R/2026-11-23T02:00:00Z/P1D, true",
        "R/2026-11-23T02:00:00Z/P1D, R/2026-12-01T02:00:00Z/P1D, true",
        "R/2026-11-23T02:00:00Z/P1D, R/2026-12-01T03:00:00Z/P1D, false",
        "R/2026-11-23T02:00:00Z/P1D, R/2026-11-22T02:00:00Z/P1D, false",
        "R/2026-11-23T02:00:00Z/P1D, R/2026-11-23T02:00:00Z/PT24H, false",
        "R5/2026-11-23T02:00:00Z/P1D, R3/2026-11-25T02:00:00Z/P1D, true",
        "R3/2026-11-23T02:00:00Z/P1D, R5/2026-11-25T02:00:00Z/P1D, false",
        "R/2026-01-31T02:00:00Z/P1M, R/2026-03-31T02:00:00Z/P1M, true",
        "R/2026-01-31T02:00:00Z/P1M, R/2026-03-28T02:00:00Z/P1M, true",
        "R//PT1H, R/2026-11-25T02:00:00Z/PT1H, true",
    })
    void knowsWhatChronosMakesOfIt(String sent, String live, boolean same) {
        assertThat(Schedule.of(sent, "").becomes(Schedule.of(live, ""))).isEqualTo(same);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Schedule.of("R5/2026-11-23T02:00Z/P1Y2M3DT4H5M", ""))
                .hasToString("R5/2026-11-23T02:00Z/P1Y2M3DT4H5M");
        assertThat(Schedule.of("R//PT1H", "")).hasToString("R//PT1H");
    }
}
