package io.bitroutes.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the databases that can hold a ledger. */
interface LedgerStore {

    /** A connection that commits when told to; whoever commits has it on disk. */
    Connection connect() throws SQLException;

    /** Lets one process at a time make the tables, until the transaction ends. */
    void takeSchema(LedgerDatabase database) throws SQLException;

    /** A query with a row for a table of that name, if there is one. */
    String findTable();

    /** An expression: the milliseconds since 1970 by the clock of the database. */
    String clock();

    /** Whether the database did not answer: then the connection is of no more use, and nothing is wrong with the step. */
    boolean isAway(SQLException failure);

    /** A text as the database can hold it. */
    String storable(String text);

    /** Makes a connection useful again whose rollback has failed; whether that is possible. */
    boolean revive(Connection connection) throws SQLException;

    /** Where it is, for people. */
    @Override
    String toString();
}
