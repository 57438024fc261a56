package io.bitroutes.export;

import java.nio.file.Path;

/**
 * A run whose file is whole, and on the disk of this machine.
 *
 * @param run the run
 * @param order what was exported, times filled in
 * @param summary what it came to
 * @param file the file
 */
record WrittenRun(ScheduledRun run, ExportOrder order, ExportSummary summary, Path file) {}
