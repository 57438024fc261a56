package io.bitroutes.export;

import java.time.Instant;

/**
 * What an export came to.
 *
 * @param rows the records in the file
 * @param pages the requests that were answered with a page, read again or not
 * @param drifts how often the records moved while they were read
 * @param sha256 of the bytes of the file as it is, compressed if it is; in hex
 * @param bytes how many they are
 * @param started when the first page was asked for
 * @param finished when the last byte was written
 */
public record ExportSummary(
        long rows, long pages, long drifts, String sha256, long bytes, Instant started, Instant finished) {}
