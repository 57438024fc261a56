package io.bitroutes.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moments that the values of a query can name: {@code ${now}}, and {@code ${lastRun}}, from which on an incremental
 * export reads. BitAnswer knows seconds, and its clock may differ from ours; hence the overlap.
 *
 * @param zone in which BitAnswer writes its times
 * @param now when this run began
 * @param lastRun when the run began whose file was published last; empty before the first, which reads everything
 * @param overlap how much of what the last run has read is read again
 */
public record QueryTimes(ZoneId zone, Instant now, Optional<Instant> lastRun, Duration overlap) {
    static final List<String> PLACEHOLDERS = List.of("${now}", "${lastRun}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A run that follows none. */
    public static QueryTimes first(ZoneId zone, Instant now) {
        return new QueryTimes(zone, now, Optional.empty(), Duration.ZERO);
    }

    /** A text with its times filled in. */
    String fill(String text, Function<String, ExportException> unknown) throws ExportException {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            int index = PLACEHOLDERS.indexOf(matcher.group());
            if (index < 0) {
                throw unknown.apply(matcher.group());
            }
            matcher.appendReplacement(filled, FORM.format((index == 0 ? now : since()).atZone(zone)));
        }
        return matcher.appendTail(filled).toString();
    }

    private Instant since() {
        return lastRun.map(run -> run.minus(overlap)).orElse(Instant.EPOCH);
    }
}
