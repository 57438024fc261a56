package io.bitroutes.faults;

/** One thing that is not as promised. */
record Complaint(Kind kind, String text) {

    /** Which promise is broken. */
    enum Kind {
        /** A row is confirmed and was never applied. */
        LOST,
        /** A record was applied under two request ids. */
        APPLIED_TWICE,
        /** A row came back though it was applied. */
        REJECTED_YET_APPLIED,
        /** The rows of a key were not applied in the order of the file. */
        OUT_OF_ORDER,
        /** The server does not hold what the file says. */
        STATE_DIFFERS,
        /** A request id carried two bodies. */
        TWO_BODIES,
        /** A receipt that is not there once, or whose rows do not add up, or that does not fit its files. */
        RECEIPT_DIFFERS,
        /** Rows that came back twice, not at all, not as they were, or without being guilty. */
        REJECTS_DIFFER,
        /** Something was seen under its final name before it was whole. */
        HALF_WRITTEN,
        /** Something is left that nobody will clear away. */
        LEFT_OVER
    }
}
