package io.bitroutes.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How CSV files are read.
 *
 * @param charset the canonical name of the charset of every file, or empty to find it out
 * @param delimiter one of comma, semicolon, tab and vertical bar, or empty to find it out
 * @param clearToken the cell text that means "store an empty string"; empty = there is none
 * @param resetMissing whether a file for a full replace may leave columns out, which are then reset
 * @param excelCheck whether numbers that Excel has rewritten are refused
 * @param aliases further header names: name in the file to field name
 */
public record CsvSettings(
        Optional<String> charset,
        Optional<Character> delimiter,
        Optional<String> clearToken,
        boolean resetMissing,
        boolean excelCheck,
        Map<String, String> aliases) {
    private static final Key<String> CHARSET = Key.open("csv.charset", "auto", Kinds.charset());
    private static final Key<Character> DELIMITER = Key.open("csv.delimiter", "auto", Kinds.delimiter());
    private static final Key<String> CLEAR_TOKEN = Key.open("csv.clear-token", "", Kinds.text());
    private static final Key<String> MISSING_COLUMNS =
            Key.of("csv.missing-columns", "refuse", Kinds.oneOf("refuse", "reset"));
    private static final Key<String> EXCEL_CHECK = Key.of("csv.excel-check", "true", Kinds.oneOf("true", "false"));

    static final List<Key<?>> KEYS = List.of(CHARSET, DELIMITER, CLEAR_TOKEN, MISSING_COLUMNS, EXCEL_CHECK);

    public CsvSettings {
        aliases = Map.copyOf(aliases);
    }

    static CsvSettings from(Reading reading) {
        return new CsvSettings(
                reading.find(CHARSET),
                reading.find(DELIMITER),
                reading.find(CLEAR_TOKEN),
                reading.get(MISSING_COLUMNS).equals("reset"),
                Boolean.parseBoolean(reading.get(EXCEL_CHECK)),
                aliases(reading));
    }

    private static Map<String, String> aliases(Reading reading) {
        Map<String, String> aliases = new LinkedHashMap<>();
        reading.under(Keys.ALIASES).forEach((header, field) -> aliases.put(header.strip(), field.text()));
        return aliases;
    }
}
