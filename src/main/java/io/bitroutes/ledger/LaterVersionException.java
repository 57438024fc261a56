package io.bitroutes.ledger;

import java.sql.SQLException;

/** The tables are those of a later version of this program. */
final class LaterVersionException extends SQLException {
    private static final long serialVersionUID = 1L;

    LaterVersionException(int found, int known) {
        super("it has version " + found + ", of a later version of this program; expected " + known + " or less");
    }
}
