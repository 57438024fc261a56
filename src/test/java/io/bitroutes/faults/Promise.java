package io.bitroutes.faults;

/**
 * What holds in a run, by how its server behaves.
 *
 * @param oneId no record is applied under two request ids: the server answers, applies a refused body not at all, and
 *     answers a repeat with its first answer or success
 * @param guiltyOnly exactly the rows come back that the server refuses or that must not be sent
 */
record Promise(boolean oneId, boolean guiltyOnly) {
    /** Everything. */
    static final Promise FULL = new Promise(true, true);

    /** The state decides: a record may be applied again, with the same effect. */
    static final Promise STATE = new Promise(false, true);

    /** Rows may come back that the server never judged, as unknown or not isolated. */
    static final Promise NOTHING_LOST = new Promise(false, false);
}
