package io.bitroutes.batch;

import java.util.List;

/**
 * What names a record.
 *
 * @param scope what its names belong to: a licence code; else empty
 * @param names its own name first, then the one it is renamed to
 */
record RecordKeys(String scope, List<String> names) {

    /** Whether a batch has a record with one of these names. */
    boolean areAmong(KeyHashes taken) {
        for (String name : names) {
            if (taken.contains(KeyHashes.hash(scope, name))) {
                return true;
            }
        }
        return false;
    }

    /** Puts them among those of a batch. */
    void addTo(KeyHashes taken) {
        for (String name : names) {
            taken.add(KeyHashes.hash(scope, name));
        }
    }
}
