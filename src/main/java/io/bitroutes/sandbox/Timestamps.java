package io.bitroutes.sandbox;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Times as BitAnswer writes them: no zone, and Shanghai's clock. */
record Timestamps(Clock clock) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    String now() {
        return FORM.format(ZonedDateTime.now(clock.withZone(ZoneId.of("Asia/Shanghai"))));
    }
}
