package io.bitroutes.export;

/**
 * What an export came to.
 *
 * @param rows the records in the file
 * @param pages the requests that were answered with a page, read again or not
 * @param drifts how often the records moved while they were read
 */
public record ExportSummary(long rows, long pages, long drifts) {}
