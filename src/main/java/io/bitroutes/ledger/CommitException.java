package io.bitroutes.ledger;

import java.sql.SQLException;

/** A commit failed: what was asked for may have been done. */
final class CommitException extends SQLException {
    private static final long serialVersionUID = 1L;

    CommitException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }

    SQLException cause() {
        return (SQLException) getCause();
    }
}
