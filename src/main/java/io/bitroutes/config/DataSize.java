package io.bitroutes.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, as people write it: {@code 500MB}, {@code 1GB}.
 *
 * @param bytes how many
 */
public record DataSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(KB|MB|GB|TB)");
    private static final String[] UNITS = {"KB", "MB", "GB", "TB"};
    private static final long STEP = 1_000;
    private static final Map<String, Long> BYTES =
            Map.of("KB", STEP, "MB", STEP * STEP, "GB", STEP * STEP * STEP, "TB", STEP * STEP * STEP * STEP);

    static Optional<DataSize> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new DataSize(Long.parseLong(matcher.group(1)) * BYTES.get(matcher.group(2))))
                : Optional.empty();
    }

    /** In the largest unit of which there is one, rounded down. */
    @Override
    public String toString() {
        String unit = UNITS[0];
        for (String larger : UNITS) {
            unit = bytes >= BYTES.get(larger) ? larger : unit;
        }
        return bytes / BYTES.get(unit) + unit;
    }
}
