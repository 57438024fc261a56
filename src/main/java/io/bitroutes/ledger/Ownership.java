package io.bitroutes.ledger;

import java.sql.SQLException;

/** Within a transaction: that a job is still this process's own, until the transaction ends. */
@FunctionalInterface
interface Ownership {
    /** For whoever is alone on the ledger. */
    Ownership OF_ALL = job -> {};

    /**
     * Checks it.
     *
     * @throws LeaseLostException if it is not
     */
    void check(String job) throws SQLException;
}
