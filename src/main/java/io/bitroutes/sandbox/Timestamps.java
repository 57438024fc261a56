package io.bitroutes.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as BitAnswer writes them: no zone, and Shanghai's clock. Safe for use by many threads. */
final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Clock clock;
    private volatile Written last = written(Instant.EPOCH);

    /** Thousands of records come in a second and are all written at the same one. */
    private record Written(long second, String text) {}

    Timestamps(Clock clock) {
        this.clock = clock;
    }

    String now() {
        Instant now = clock.instant();
        Written written = last;
        if (written.second() != now.getEpochSecond()) {
            written = written(now);
            last = written;
        }
        return written.text();
    }

    private static Written written(Instant moment) {
        return new Written(moment.getEpochSecond(), FORM.format(moment));
    }
}
