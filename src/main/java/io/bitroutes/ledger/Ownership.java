package io.bitroutes.ledger;

import java.sql.SQLException;

/** Which resources, and so which jobs, are this process's own to work. Safe for threads. */
public interface Ownership {
    /** Of whoever is alone on the ledger. */
    Ownership OF_ALL = new Ownership() {
        @Override
        public boolean hold(String resource) {
            return true;
        }

        @Override
        public void checkTime(String resource) {}

        @Override
        public void check(String job) {}
    };

    /**
     * Whether a resource is held, taking it if nobody else holds it. To be asked between jobs only: what was begun under an
     * earlier holding must be over.
     */
    boolean hold(String resource);

    /**
     * Before a request of a resource leaves.
     *
     * @throws LeaseLostException if it is not held, or may have run out
     */
    void checkTime(String resource);

    /**
     * Within a transaction: that a job is still this process's own, until the transaction ends.
     *
     * @throws LeaseLostException if it is not
     */
    void check(String job) throws SQLException;
}
