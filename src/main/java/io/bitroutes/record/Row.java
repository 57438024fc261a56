package io.bitroutes.record;

import java.util.Map;

/** One record of a file, with the number people see: Excel's row (header = 1), or the JSON index or line from 1. */
public sealed interface Row {

    /** The row's number in its file; ascending. */
    long number();

    /**
     * A record fit to be sent.
     *
     * @param values field name to value (a String, or an Integer for integer fields), in the catalogue's order. A field
     *     not given is not there; an empty string means "clear it". Required fields are always there.
     */
    record Good(long number, Map<String, Object> values) implements Row {}

    /** A record that must not be sent, and why, in the language of the people who read it. */
    record Bad(long number, String reason) implements Row {}

    /** A record left out on purpose: an inherited configuration item. */
    record Skipped(long number) implements Row {}
}
