package io.bitroutes.record;

import java.util.Map;
import java.util.Optional;

/**
 * How files are read.
 *
 * @param charset the charset of every CSV file, or empty to find it out
 * @param delimiter the delimiter of every CSV file, or empty to find it out from the header
 * @param clearToken the cell text that means "store an empty string", where one is configured
 * @param resetMissing whether a CSV file for a full replace may leave columns out (they are then reset)
 * @param excelCheck whether numbers that Excel has rewritten ({@code 1.38E+10}) are refused
 * @param aliases further header names: name in the file to field name
 */
public record ReadingRules(
        Optional<String> charset,
        Optional<Character> delimiter,
        Optional<String> clearToken,
        boolean resetMissing,
        boolean excelCheck,
        Map<String, String> aliases) {

    /** The defaults of the configuration. */
    public static final ReadingRules DEFAULT =
            new ReadingRules(Optional.empty(), Optional.empty(), Optional.empty(), false, true, Map.of());

    public ReadingRules {
        aliases = Map.copyOf(aliases);
    }
}
