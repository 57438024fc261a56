package io.bitroutes.export;

/** Where pages come from. */
interface PageSource {

    /**
     * The records from a position on, as many as fit on a page; the key of each at {@link RecordForm#KEY}.
     *
     * @param then the position that will be asked for next, if nothing has moved
     * @throws ExportException if they are refused
     */
    Cells read(long offset, long then) throws ExportException;

    /** The position in words, for people. */
    String describe(long offset);
}
