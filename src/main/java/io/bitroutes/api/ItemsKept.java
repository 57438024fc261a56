package io.bitroutes.api;

import java.util.Optional;

/**
 * What is kept of the items an answer lists. The rest is read over, however much it is.
 *
 * @param field the only member kept of each; empty = the whole item
 * @param most how many items are kept; the others count as not listed
 * @param sink what takes whole items itself; the envelope then has none
 */
public record ItemsKept(String field, int most, Optional<ItemSink> sink) {
    private static final int AS_MANY_AS_ARE_EVER_ASKED_FOR = 1000;

    /** Whole items. */
    public static final ItemsKept WHOLE = new ItemsKept("", AS_MANY_AS_ARE_EVER_ASKED_FOR, Optional.empty());

    /** Nothing but that they were listed. */
    public static final ItemsKept NONE = new ItemsKept("", 0, Optional.empty());

    /** That member of each. */
    public static ItemsKept only(String field) {
        return new ItemsKept(field, AS_MANY_AS_ARE_EVER_ASKED_FOR, Optional.empty());
    }

    /** Whatever it takes of them. */
    public static ItemsKept by(ItemSink sink) {
        return new ItemsKept("", AS_MANY_AS_ARE_EVER_ASKED_FOR, Optional.of(sink));
    }

    boolean whole() {
        return field.isEmpty() && most > 0;
    }
}
