package io.bitroutes.it;

/** A step of a scheduled run at which the program is killed. The first file that a share gets is its marker. */
enum PublicationPoint {
    CLAIMED("ledger.ExportLedger#claim#exit#1"),
    WRITING("export.ExportSteps#append#enter#2"),
    WRITTEN("export.ScheduledExports#publish#enter#1"),
    SHARE_MARKED("export.FolderShare#put#exit#1"),
    SENDING_RECORDED("ledger.SharedFiles#sending#exit#1"),
    SENT_NOT_RENAMED("export.FolderShare#copy#exit#2"),
    FILE_WITHOUT_MANIFEST("export.FolderShare#put#exit#2"),
    MANIFEST_NOT_RENAMED("export.FolderShare#copy#exit#3"),
    MANIFEST_WITHOUT_LATEST("export.FolderShare#put#exit#3"),
    LATEST_NOT_RENAMED("export.FolderShare#copy#exit#4"),
    PUBLISHED_NOT_RECORDED("ledger.ExportLedger#published#enter#1"),
    PUBLISHED_AND_RECORDED("ledger.ExportLedger#published#exit#1"),
    OLD_ONES_NOT_REMOVED("export.Publisher#keepLast#enter#4"),
    ENDED_NOT_RELEASED("export.ScheduledExports#release#enter#1");

    private final String spec;

    PublicationPoint(String spec) {
        this.spec = "io.bitroutes." + spec;
    }

    /** As the agent reads it. */
    String spec() {
        return spec;
    }

    String type() {
        return spec.split("#", -1)[0];
    }

    String method() {
        return spec.split("#", -1)[1];
    }
}
