package io.cerebro.chronos;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a job runs, as ISO 8601 has it: {@code R/2026-11-23T02:00:00Z/P1D}.
 *
 * @param repetitions how often from {@code start} on; empty for ever
 * @param start empty for the moment in which Chronos gets it
 * @param period in days, months and years, which differ in length
 * @param duration in hours, minutes and seconds, to be added to the period
 */
public record Schedule(Optional<Long> repetitions, Optional<ZonedDateTime> start, Period period, Duration duration) {
    private static final Pattern PARTS = Pattern.compile("R(\\d{0,9})/([^/]*)/(P[^/]*)");
    private static final Pattern PERIOD = Pattern.compile("P([0-9YMWD]*)(T[0-9.HMS]+)?");

    /**
     * @param zone that holds whatever offset the start has, as Chronos has it; empty for that offset
     * @throws IllegalArgumentException that says what Chronos would not understand, or would understand otherwise
     */
    public static Schedule of(String text, String zone) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no schedule: it is repetitions, start and interval, such as R/2026-11-23T02:00:00Z/P1D");
        }
        Optional<Long> repetitions =
                Optional.of(parts.group(1)).filter(count -> !count.isEmpty()).map(Long::valueOf);
        if (repetitions.equals(Optional.of(0L))) {
            throw new IllegalArgumentException("'" + text + "' never runs: R alone is for ever, R1 is once");
        }
        Optional<ZoneId> where =
                Optional.of(zone).filter(name -> !name.isEmpty()).map(Schedule::zone);
        Matcher length = PERIOD.matcher(parts.group(3));
        if (!length.matches()) {
            throw interval(parts.group(3));
        }
        Optional<ZonedDateTime> start =
                Optional.of(parts.group(2)).filter(moment -> !moment.isEmpty()).map(moment -> start(moment, where));
        try {
            Period period = length.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + length.group(1));
            Duration duration = length.group(2) == null ? Duration.ZERO : Duration.parse("P" + length.group(2));
            return new Schedule(repetitions, start, period, duration);
        } catch (DateTimeException e) {
            throw interval(parts.group(3));
        }
    }

    public Schedule {
        if (period.isZero() && duration.isZero()) {
            throw new IllegalArgumentException("a schedule's interval is longer than nothing, such as P1D or PT15M");
        }
    }

    private static IllegalArgumentException interval(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no interval: it is like P1D, P1M, PT15M or P1DT12H, with a T before hours and minutes");
    }

    private static ZonedDateTime start(String text, Optional<ZoneId> zone) {
        try {
            ZonedDateTime start = zone.isPresent() && !text.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)")
                    ? LocalDateTime.parse(text).atZone(zone.get())
                    : OffsetDateTime.parse(text).toZonedDateTime();
            if (start.toInstant().isBefore(Instant.EPOCH.plusSeconds(1))) {
                throw new IllegalArgumentException("'" + text + "' is before 1970, which Chronos refuses");
            }
            return zone.map(start::withZoneSameLocal).orElse(start);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text
                    + "' is no moment to start at: it is like 2026-11-23T02:00:00Z, with Z or an offset, or with"
                    + " scheduleTimeZone beside it");
        }
    }

    /** Of a name that Chronos does not know it would make UTC. */
    private static ZoneId zone(String name) {
        if (!Arrays.asList(TimeZone.getAvailableIDs()).contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is no time zone, such as Europe/Berlin");
        }
        return TimeZone.getTimeZone(name).toZoneId();
    }

    /** The run of this number, from 0 on, if the first one is at the start. */
    public ZonedDateTime run(ZonedDateTime first, long number) {
        return first.plus(period.multipliedBy(Math.toIntExact(number))).plus(duration.multipliedBy(number));
    }

    /** About how many runs lie between two moments; right where all are equally long. */
    private long between(ZonedDateTime from, ZonedDateTime to) {
        Duration one = Duration.between(from, run(from, 1));
        return Math.max(0, Duration.between(from, to).dividedBy(one));
    }

    /** The first run at this moment or after it, and its number; empty when there are no more. */
    public Optional<Run> from(ZonedDateTime first, Instant moment) {
        long number = Math.max(0, between(first, moment.atZone(first.getZone())) - 1);
        while (number > 0 && !run(first, number).toInstant().isBefore(moment)) {
            number--;
        }
        while (run(first, number).toInstant().isBefore(moment)) {
            number++;
        }
        return repetitions.isPresent() && number >= repetitions.get()
                ? Optional.empty()
                : Optional.of(new Run(number, run(first, number).toInstant()));
    }

    /** One run of a schedule. */
    public record Run(long number, Instant at) {}

    /** Whether the other is what Chronos makes of this one after some runs: it moves the start on and counts down. */
    public boolean becomes(Schedule later) {
        if (!period.equals(later.period)
                || !duration.equals(later.duration)
                || repetitions.isPresent() != later.repetitions.isPresent()) {
            return false;
        }
        if (start.isEmpty() || later.start.isEmpty()) {
            return later.repetitions.orElse(0L) <= repetitions.orElse(0L);
        }
        return !start.get().toInstant().isAfter(later.start.get().toInstant())
                && meets(start.get(), later.start.get())
                && (repetitions.isEmpty() || later.repetitions.orElse(0L) <= repetitions.get());
    }

    /** Whether one of the runs is at that moment; the ends of months may have been met one after the other. */
    private boolean meets(ZonedDateTime first, ZonedDateTime moment) {
        long guess = between(first, moment);
        for (long number = Math.max(0, guess - 2); number <= guess + 2; number++) {
            if (run(first, number).toInstant().equals(moment.toInstant())) {
                return true;
            }
        }
        ZonedDateTime step = first;
        while (period.toTotalMonths() > 0 && step.toInstant().isBefore(moment.toInstant())) {
            step = run(step, 1);
        }
        return step.toInstant().equals(moment.toInstant());
    }

    /** As it is written; the offset of a start in a time zone is that of the moment. */
    @Override
    public String toString() {
        String length = period.isZero() ? "" : period.toString().substring(1);
        String time = duration.isZero() ? "" : duration.toString().substring(1);
        return "R" + repetitions.map(String::valueOf).orElse("") + "/"
                + start.map(moment -> moment.toOffsetDateTime().toString()).orElse("") + "/P" + length + time;
    }

    /** What is left after the first run: Chronos counts down and moves the start on. */
    public Schedule rest(ZonedDateTime first) {
        return new Schedule(repetitions.map(count -> count - 1), Optional.of(run(first, 1)), period, duration);
    }
}
