package io.bitroutes.export;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** The fire times of an export. Immutable and safe for threads. */
final class Schedule {
    /** The shortest in which there is a fire time is searched: those of every second must not be counted by the year. */
    private static final List<Duration> WINDOWS = List.of(
            Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofDays(2), Duration.ofDays(62), Duration.ofDays(1500));

    private final CronExpression cron;
    private final ZoneId zone;

    private Schedule(CronExpression cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /**
     * A schedule.
     *
     * @param cron as Quartz understands it: seconds first
     * @throws ParseException if it does not, with what is wrong in it
     */
    static Schedule of(String cron, ZoneId zone) throws ParseException {
        CronExpression expression = new CronExpression(cron);
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        return new Schedule(expression, zone);
    }

    String cron() {
        return cron.getCronExpression();
    }

    ZoneId zone() {
        return zone;
    }

    /** The zone by the name that Quartz knows it by. */
    String zoneId() {
        return cron.getTimeZone().getID();
    }

    /** The first fire time after a moment; empty if there is none. */
    Optional<Instant> after(Instant moment) {
        return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(moment)))
                .map(Date::toInstant);
    }

    /** The last fire time up to a moment, that moment included; empty if there is none within some years. */
    Optional<Instant> upTo(Instant moment) {
        return WINDOWS.stream()
                .map(window -> last(moment.minus(window), moment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Instant> last(Instant begin, Instant end) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> next = after(begin);
        while (next.isPresent() && !next.get().isAfter(end)) {
            last = next;
            next = after(next.get());
        }
        return last;
    }
}
