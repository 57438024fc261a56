package io.bitroutes.faults;

import java.util.Map;

/**
 * A row of a file that goes through the fault suite.
 *
 * @param number as people count: the header is 1
 * @param key as the sandbox's oracle names it
 * @param values what is sent of it: unique in the file, so that the oracle tells two rows of a key apart
 * @param cells the row's own cells, as they are to come back
 * @param fate what is to become of it
 */
record FaultRow(int number, String key, Map<String, Object> values, String cells, Fate fate) {

    /** What is to become of a row. */
    enum Fate {
        GOOD,
        /** BitAnswer refuses it. */
        POISON,
        /** It must not be sent. */
        INVALID
    }
}
