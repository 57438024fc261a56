package io.bitroutes.job;

import io.bitroutes.record.FileFormat;

/**
 * What would become of a file.
 *
 * @param good records that would be sent
 * @param bad records that would not
 * @param skipped records that would be left out on purpose
 * @param batches how many batches there would be
 * @param calls how many requests, when nothing is refused
 * @param refused whether there are so many bad ones that nothing of the file would be sent
 */
record TrialResult(
        long good,
        long bad,
        long skipped,
        long batches,
        long calls,
        boolean refused,
        String sha256,
        FileFormat format) {

    long rows() {
        return good + bad + skipped;
    }
}
