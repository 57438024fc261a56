package io.bitroutes.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as programs read them in receipts and manifests. */
public final class IsoTime {
    /** The formatter of the JDK leaves out a fraction of zero, so that one time in a thousand is shorter. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private IsoTime() {}

    /** ISO-8601 with offset and always three digits of the second: {@code 2026-12-01T09:00:00.000+08:00}. */
    public static String of(Instant instant, ZoneId zone) {
        return FORM.format(instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }
}
