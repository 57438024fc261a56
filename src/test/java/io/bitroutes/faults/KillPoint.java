package io.bitroutes.faults;

/** A step of a file's life at which the program is killed. The names of methods are checked by a test. */
enum KillPoint {
    CLAIMED_NOT_RENAMED("ledger.JobLedger", "claiming", When.EXIT, 1),
    RENAMED_NOT_RECORDED("job.Claims", "arrived", When.ENTER, 1),
    RENAMED_AND_RECORDED("ledger.JobLedger", "claimed", When.EXIT, 1),
    PREPARING("batch.BatchCutter", "add", When.ENTER, 1500),
    PREPARED_WITHOUT_END_MARK("batch.PreparedWriter", "finish", When.ENTER, 1),
    PREPARED_NOT_RECORDED("ledger.JobLedger", "prepared", When.ENTER, 1),
    PREPARED("ledger.JobLedger", "prepared", When.EXIT, 1),
    SENDING_RECORDED("ledger.SendingLedger", "handingOut", When.EXIT, 1),
    SENT_NOT_ANSWERED("http.Wire", "read", When.ENTER, 3),
    ANSWERED_NOT_RECORDED("ledger.OutcomeLedger", "done", When.ENTER, 3),
    ANSWERED_AND_RECORDED("ledger.OutcomeLedger", "done", When.EXIT, 3),
    REFUSED_NOT_PROVEN("http.ApiClient", "keyWorksSince", When.ENTER, 1),
    REFUSED_AND_PROVEN("ledger.OutcomeLedger", "isolating", When.ENTER, 1),
    HALVING_RECORDED("ledger.OutcomeLedger", "isolating", When.EXIT, 1),
    HALVING("deliver.Isolation", "halve", When.EXIT, 6),
    GUILTY_ALONE("deliver.Isolation", "prove", When.ENTER, 1),
    BEFORE_GIVING_BACK("job.Settlement", "giveBack", When.ENTER, 1),
    GIVING_BACK("record.RecordFiles", "copyReturned", When.EXIT, 1),
    GIVEN_BACK_NOT_RECORDED("ledger.JobLedger", "settled", When.ENTER, 1),
    GIVEN_BACK("ledger.JobLedger", "settled", When.EXIT, 1),
    BEFORE_RECEIPT("job.Settlement", "writeReceipt", When.ENTER, 1),
    RECEIPT_FOR_PROGRAMS_ONLY("job.ReportFiles", "write", When.ENTER, 3),
    RECEIPT_NOT_RECORDED("ledger.JobLedger", "settled", When.ENTER, 2),
    RECEIPT_RECORDED("ledger.JobLedger", "settled", When.EXIT, 2),
    BEFORE_ARCHIVE("job.Settlement", "archive", When.ENTER, 1),
    ARCHIVED_NOT_RECORDED("ledger.JobLedger", "settled", When.ENTER, 3),
    ARCHIVED("ledger.JobLedger", "settled", When.EXIT, 3),
    BEFORE_DONE("ledger.JobLedger", "settled", When.ENTER, 4),
    DONE_NOT_SWEPT("job.WorkingFolders", "delete", When.ENTER, 1),
    SWEPT("job.WorkingFolders", "delete", When.EXIT, 1),
    BROKEN_NOT_RECORDED("ledger.JobLedger", "refused", When.ENTER, 1),
    BROKEN_AND_RECORDED("ledger.JobLedger", "refused", When.EXIT, 1),
    BROKEN_REPORT_FOR_PROGRAMS_ONLY("job.ReportFiles", "write", When.ENTER, 3),
    BROKEN_REPORTED("job.Receipts", "writeError", When.EXIT, 1),
    BROKEN_MOVED_NOT_RECORDED("ledger.JobLedger", "settled", When.ENTER, 1),
    BROKEN_DONE_NOT_SWEPT("job.WorkingFolders", "delete", When.ENTER, 1);

    private enum When {
        ENTER,
        EXIT
    }

    private final String type;
    private final String method;
    private final When when;
    private final int nth;

    KillPoint(String type, String method, When when, int nth) {
        this.type = "io.bitroutes." + type;
        this.method = method;
        this.when = when;
        this.nth = nth;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** Whether it lies on the way of a file that is refused whole. */
    boolean ofBrokenFile() {
        return name().startsWith("BROKEN");
    }

    /** As the agent reads it. */
    String spec() {
        return type + "#" + method + "#" + (when == When.ENTER ? "enter" : "exit") + "#" + nth;
    }
}
