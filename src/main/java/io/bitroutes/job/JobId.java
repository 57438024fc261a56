package io.bitroutes.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The ids of jobs: {@code yyyyMMdd-HHmmss-xxxxxxxx}, the time of the claim and eight hex digits by chance. */
final class JobId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{8}");
    private static final SecureRandom CHANCE = new SecureRandom();

    private JobId() {}

    static String at(Instant time, ZoneId zone) {
        return TIME.withZone(zone).format(time) + "-%08x".formatted(CHANCE.nextInt());
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
