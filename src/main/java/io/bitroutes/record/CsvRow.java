package io.bitroutes.record;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param number its number as Excel shows it: every record and every blank line counts as one
 * @param line the line of the text on which it begins, from 1
 * @param cells its cells; none for an empty line
 */
record CsvRow(long number, long line, List<String> cells) {

    /** Whether there is nothing in it but white space. */
    boolean blank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
