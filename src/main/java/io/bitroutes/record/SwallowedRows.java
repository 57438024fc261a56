package io.bitroutes.record;

import java.util.List;

/**
 * Notices a cell that holds whole rows: what becomes of two quotes too many, with rows between them. Every line between
 * its first and its last then has as many delimiters as the header; with fewer than three columns prose may look so.
 */
record SwallowedRows(char delimiter, int width) {
    private static final int FEWEST_COLUMNS = 3;
    private static final int FEWEST_LINES = 3;

    boolean in(String cell) {
        if (width < FEWEST_COLUMNS || cell.indexOf(delimiter) < 0) {
            return false;
        }
        List<String> lines = cell.lines().toList();
        return lines.size() >= FEWEST_LINES
                && lines.subList(1, lines.size() - 1).stream().allMatch(this::isRow);
    }

    private boolean isRow(String line) {
        return line.chars().filter(character -> character == delimiter).count() == width - 1;
    }
}
