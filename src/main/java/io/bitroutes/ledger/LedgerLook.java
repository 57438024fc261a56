package io.bitroutes.ledger;

import io.bitroutes.config.LedgerSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What a look at a ledger has found; the look itself changes nothing and leaves nothing behind. */
public sealed interface LedgerLook {
    /** None yet; it is made by the first run. */
    record None() implements LedgerLook {}

    /**
     * It can be read.
     *
     * @param waiting how many files are in work or wait
     */
    record Well(int waiting) implements LedgerLook {}

    /**
     * It cannot be used.
     *
     * @param words what the database says of it
     */
    record Wrong(Problem problem, String words) implements LedgerLook {}

    /** What can be wrong. */
    enum Problem {
        UNREACHABLE,
        LOGIN,
        NO_DATABASE,
        NO_TABLES_ALLOWED,
        LATER_VERSION,
        OTHER
    }

    /** Looks at the configured ledger: a database, else in a folder. */
    static LedgerLook at(LedgerSettings settings, Path folder) {
        try {
            Optional<LedgerDatabase> found = LedgerDatabase.readOnly(settings, folder);
            if (found.isEmpty()) {
                return settings.url().isEmpty() || LedgerDatabase.mayBeMade(settings)
                        ? new None()
                        : new Wrong(Problem.NO_TABLES_ALLOWED, "");
            }
            try (LedgerDatabase database = found.get()) {
                return new Well(new JobLedger(database).waiting());
            }
        } catch (LedgerException e) {
            return wrong(e);
        }
    }

    private static LedgerLook wrong(LedgerException failure) {
        SQLException root = null;
        for (Throwable cause = failure.getCause(); cause instanceof SQLException deeper; cause = cause.getCause()) {
            root = deeper;
        }
        return root == null
                ? new Wrong(Problem.OTHER, failure.getMessage())
                : new Wrong(problem(root), String.valueOf(root.getMessage()));
    }

    private static Problem problem(SQLException root) {
        String state = String.valueOf(root.getSQLState());
        if (root instanceof LaterVersionException) {
            return Problem.LATER_VERSION;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "28" -> Problem.LOGIN;
            case "3D" -> Problem.NO_DATABASE;
            case "08", "53", "57" -> Problem.UNREACHABLE;
            default -> Problem.OTHER;
        };
    }
}
