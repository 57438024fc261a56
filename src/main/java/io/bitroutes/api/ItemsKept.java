package io.bitroutes.api;

import java.util.List;

/**
 * What is kept of the items an answer lists. The rest is read over, however much it is.
 *
 * @param as the form of what is kept
 * @param members which members are kept, unless it is the whole
 * @param most how many items are kept; the others count as not listed
 */
public record ItemsKept(As as, List<String> members, int most) {
    private static final int AS_MANY_AS_ARE_EVER_ASKED_FOR = 1000;

    /** Whole items. */
    public static final ItemsKept WHOLE = new ItemsKept(As.WHOLE, List.of(), AS_MANY_AS_ARE_EVER_ASKED_FOR);

    /** Nothing but that they were listed. */
    public static final ItemsKept NONE = new ItemsKept(As.MEMBERS, List.of(), 0);

    /** In what form an item is kept. */
    public enum As {
        /** All of it. */
        WHOLE,
        /** An object of the members that are single values. */
        MEMBERS,
        /** An array of the members in the order asked for, missing nodes among them; the quickest. */
        ROW
    }

    public ItemsKept {
        members = List.copyOf(members);
    }

    /** That member of each. */
    public static ItemsKept only(String field) {
        return new ItemsKept(As.MEMBERS, List.of(field), AS_MANY_AS_ARE_EVER_ASKED_FOR);
    }

    /** These members of each as an array, without their names. */
    public static ItemsKept row(List<String> members) {
        return new ItemsKept(As.ROW, members, AS_MANY_AS_ARE_EVER_ASKED_FOR);
    }
}
