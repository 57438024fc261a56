package io.bitroutes.export;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * An export as an operator has scheduled it. Made by {@link SchedulesFile}, which checks it.
 *
 * @param id tells it from all others, for ever: the ledger knows it by that name
 * @param schedule its fire times
 * @param request what is exported
 * @param file the name of the file of a fire time
 * @param latest whether the newest file is there under a name without a time as well
 * @param share where the files go
 * @param keepLast how many of its files stay on the share; empty = all
 * @param catchUp whether a fire time that passed while nothing ran is made up for, the last of them
 * @param overlap how much of what the last run has read is read again
 */
public record ScheduledExport(
        String id,
        Schedule schedule,
        ExportRequest request,
        FileNamePattern file,
        boolean latest,
        ShareAddress share,
        OptionalInt keepLast,
        boolean catchUp,
        Duration overlap) {

    /** Its fire times as Quartz reads them. */
    public String cron() {
        return schedule.cron();
    }

    /** The zone of its fire times. */
    public String zone() {
        return schedule.zoneId();
    }

    /** The address of its share; it holds no secret. */
    public String shareText() {
        return share.text();
    }
}
