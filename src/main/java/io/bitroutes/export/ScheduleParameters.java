package io.bitroutes.export;

import java.util.List;

/** The names of the parameters of a scheduled export. */
final class ScheduleParameters {
    static final String CRON = "cron";
    static final String ZONE = "zone";
    static final String LICENCE_FILE = "sn-file";
    static final String FORMAT = "format";
    static final String GZIP = "gzip";
    static final String FILE = "file";
    static final String LATEST = "latest";
    static final String SHARE = "share";
    static final String KEEP_LAST = "keep-last";
    static final String CATCH_UP = "catch-up";
    static final String OVERLAP = "overlap";

    static final List<String> ALL = List.of(
            WrittenExport.ID,
            WrittenExport.ENABLED,
            CRON,
            ZONE,
            ExportOrders.OPERATION,
            ExportOrders.LICENCES,
            LICENCE_FILE,
            ExportOrders.QUERY,
            ExportOrders.SORTS,
            ExportOrders.COLUMNS,
            ExportOrders.CHARSET,
            FORMAT,
            GZIP,
            FILE,
            LATEST,
            SHARE,
            KEEP_LAST,
            CATCH_UP,
            OVERLAP);

    private ScheduleParameters() {}
}
