package io.bitroutes.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Every record that was accepted, in order. Safe for use by many threads. */
final class Oracle {
    private final boolean kept;
    private final List<AppliedRecord> records = new ArrayList<>();

    Oracle(boolean kept) {
        this.kept = kept;
    }

    synchronized void add(List<AppliedRecord> applied) {
        if (kept) {
            records.addAll(applied);
        }
    }

    synchronized List<AppliedRecord> copy() {
        return List.copyOf(records);
    }
}
