package io.bitroutes.sandbox;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a BitAnswer may behave, each switched on by its presence in {@link SandboxOptions#quirks}. Where two contradict
 * each other, the one declared first wins.
 */
public enum Quirks {
    /** No {@code total} in any answer. Without it only {@code products.list} has none, as documented. */
    TOTAL_MISSING,
    /** {@code total} is 1, or 2 where 1 would be right. */
    TOTAL_LYING,
    /** {@code msg} of a refusal is a number. */
    MSG_AS_NUMBER,
    /** A successful write is answered without {@code data}. */
    DATA_MISSING,
    /** A successful write is answered with {@code data}, but without {@code items}. */
    ITEMS_MISSING,
    /** A successful write is answered with {@code items: []}. */
    ITEMS_EMPTY,
    /** A successful write lists only the records it really changed. */
    ITEMS_ONLY_CHANGED,
    /** A page without records comes without {@code data}. */
    EMPTY_PAGE_WITHOUT_DATA,
    /** {@code limit} of products must be below 1000. On by default. */
    PRODUCT_LIMIT_BELOW_1000,
    /** {@code product.update} answers only the fields it was given. On by default. */
    PRODUCT_UPDATE_ANSWERS_GIVEN_FIELDS,
    /** A POST to the name {@code data} is the query, whatever its body. On by default. */
    DATA_IS_THE_QUERY,
    /** Of a refused batch the records before the first guilty one are applied all the same. */
    REFUSED_BATCH_PARTLY_APPLIED,
    /** A repeated request id is answered {@link SandboxStatus#REPEATED}, not with its first answer. */
    REPEAT_REFUSED,
    /** A repeated request id is answered with status 0 and nothing else. */
    REPEAT_WITHOUT_DATA,
    /** Every licence inherits two items: {@code edition} from its product, {@code theme} from its template. */
    INHERITED_ITEMS;

    /** What the pages say of BitAnswer. */
    public static final Set<Quirks> DOCUMENTED = Collections.unmodifiableSet(
            EnumSet.of(PRODUCT_LIMIT_BELOW_1000, PRODUCT_UPDATE_ANSWERS_GIVEN_FIELDS, DATA_IS_THE_QUERY));
}
