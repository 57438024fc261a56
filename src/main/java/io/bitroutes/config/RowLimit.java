package io.bitroutes.config;

import java.math.BigDecimal;

/**
 * How many bad rows a file may have.
 *
 * @param percent the part of all rows that may be bad
 * @param least the number of bad rows from which on the limit holds
 */
public record RowLimit(double percent, long least) {
    /** No limit. */
    public static final RowLimit NONE = new RowLimit(100, Long.MAX_VALUE);

    private static final String PERCENT = "%";
    private static final long LEAST_OF_A_PERCENTAGE = 10;

    /** A percentage ({@code 10%}), which never refuses for fewer than ten bad rows, or a number of rows. */
    static RowLimit parse(String text) {
        return text.endsWith(PERCENT)
                ? new RowLimit(Double.parseDouble(text.replace(PERCENT, "")), LEAST_OF_A_PERCENTAGE)
                : new RowLimit(0, Long.parseLong(text) + 1);
    }

    /** Whether so many bad ones among so many rows are too many. */
    public boolean exceeded(long bad, long rows) {
        return bad >= least && bad * 100.0 > percent * rows;
    }

    /** As people write it in the configuration. */
    @Override
    public String toString() {
        return percent == 0
                ? String.valueOf(least - 1)
                : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + PERCENT;
    }
}
