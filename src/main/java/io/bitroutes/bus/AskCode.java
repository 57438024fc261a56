package io.bitroutes.bus;

/** What became of a question. */
enum AskCode {
    /** There are data. */
    DONE,
    /** The question itself is wrong; BitAnswer was not asked. */
    INVALID,
    /** BitAnswer refuses it: status and msg are its own. */
    REFUSED,
    /** BitAnswer cannot be reached, or not in time. Ask again later. */
    OUTAGE,
    /** BitAnswer answers, but not so that there are data. */
    FAILED
}
