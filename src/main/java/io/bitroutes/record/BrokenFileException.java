package io.bitroutes.record;

/** A file that cannot be taken at all. Its three texts are in the language of the people who read them. */
public final class BrokenFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String where;
    private final String expected;

    /**
     * @param found what is wrong
     * @param where row, column or byte, as far as known; may be empty
     * @param expected what was expected, or what to do
     */
    public BrokenFileException(String found, String where, String expected) {
        super(found + (where.isEmpty() ? "" : " (" + where + ")") + " - " + expected);
        this.found = found;
        this.where = where;
        this.expected = expected;
    }

    /** What is wrong. */
    public String found() {
        return found;
    }

    /** Where it is; may be empty. */
    public String where() {
        return where;
    }

    /** What was expected. */
    public String expected() {
        return expected;
    }
}
