package io.bitroutes.record;

/**
 * Keeps Excel from taking a cell for a formula: such a cell gets one apostrophe in front in what we write, and loses one
 * in what we read. What begins with apostrophes of its own comes back as it was.
 */
public final class ExcelGuard {
    private static final char APOSTROPHE = '\'';
    private static final String BEGINNINGS = "=+-@\t\r";

    private ExcelGuard() {}

    /** The cell as it is written: {@code =1+1} becomes {@code '=1+1}, {@code '=1+1} becomes {@code ''=1+1}. */
    public static String on(String cell) {
        return isGuarded(cell, apostrophes(cell)) ? APOSTROPHE + cell : cell;
    }

    /** The cell as it was meant; one without a guard as it is. */
    public static String off(String cell) {
        int apostrophes = apostrophes(cell);
        return apostrophes > 0 && isGuarded(cell, apostrophes) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String cell, int apostrophes) {
        return apostrophes < cell.length() && BEGINNINGS.indexOf(cell.charAt(apostrophes)) >= 0;
    }

    private static int apostrophes(String cell) {
        int count = 0;
        while (count < cell.length() && cell.charAt(count) == APOSTROPHE) {
            count++;
        }
        return count;
    }
}
