package io.bitroutes.ledger;

import java.time.Instant;

/** Which shares were used before. Safe for threads. */
public interface KnownShares {
    /** Whether a share was seen before, and therefore has the marker. */
    boolean knows(String share);

    /** From now on a share is known. */
    void know(String share, Instant now);

    /** Where there is no ledger yet: no share was seen before, and none is remembered. */
    static KnownShares none() {
        return new KnownShares() {
            @Override
            public boolean knows(String share) {
                return false;
            }

            @Override
            public void know(String share, Instant now) {
                // whoever only looks remembers nothing
            }
        };
    }
}
