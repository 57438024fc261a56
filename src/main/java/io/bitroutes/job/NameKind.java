package io.bitroutes.job;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a name in an inbox says of the file. */
public enum NameKind {
    /** A file that is taken. */
    TAKEN,
    /** Nobody's business: dot-files, what file managers leave. */
    HIDDEN,
    /** What Excel puts beside a workbook that is open. */
    LOCK,
    /** A file that somebody is about to write under another name. */
    TEMPORARY,
    /** A report of ours. */
    REPORT,
    /** A workbook. */
    WORKBOOK,
    /** An archive of files. */
    PACKED,
    /** Nothing that is known here. */
    OTHER;

    private static final Pattern HIDDEN_NAMES = Pattern.compile("[.].*|thumbs\\.db|desktop\\.ini");
    private static final Pattern TEMPORARY_NAMES = Pattern.compile(".*~|.*\\.(tmp|part|filepart|crdownload)");
    private static final Pattern REPORTS = Pattern.compile(".*\\.(receipt|error|progress)\\..*", Pattern.DOTALL);
    private static final Pattern WORKBOOKS = Pattern.compile(".*\\.(xls[xmb]?|ods|numbers|et)");
    private static final Pattern ARCHIVES = Pattern.compile(".*\\.(zip|rar|7z|tar|tgz|bz2|xz)");

    /** The kind of a name, whatever its case. */
    public static NameKind of(String name) {
        if (InboxNames.isTaken(name)) {
            return TAKEN;
        }
        String small = name.toLowerCase(Locale.ROOT);
        if (HIDDEN_NAMES.matcher(small).matches()) {
            return HIDDEN;
        }
        if (small.startsWith("~$")) {
            return LOCK;
        }
        if (TEMPORARY_NAMES.matcher(small).matches()) {
            return TEMPORARY;
        }
        return ofWhole(small);
    }

    private static NameKind ofWhole(String small) {
        if (REPORTS.matcher(small).matches()) {
            return REPORT;
        }
        if (WORKBOOKS.matcher(small).matches()) {
            return WORKBOOK;
        }
        return ARCHIVES.matcher(small).matches() ? PACKED : OTHER;
    }
}
