package io.bitroutes.api;

/**
 * What is kept of the items an answer lists. The rest is read over, however much it is.
 *
 * @param field the only member kept of each; empty = the whole item
 * @param most how many items are kept; the others count as not listed
 */
public record ItemsKept(String field, int most) {
    private static final int AS_MANY_AS_ARE_EVER_ASKED_FOR = 1000;

    /** Whole items. */
    public static final ItemsKept WHOLE = new ItemsKept("", AS_MANY_AS_ARE_EVER_ASKED_FOR);

    /** Nothing but that they were listed. */
    public static final ItemsKept NONE = new ItemsKept("", 0);

    /** That member of each. */
    public static ItemsKept only(String field) {
        return new ItemsKept(field, AS_MANY_AS_ARE_EVER_ASKED_FOR);
    }

    boolean whole() {
        return field.isEmpty() && most > 0;
    }
}
