package io.bitroutes.job;

import java.util.regex.Pattern;

/** Which names in an inbox are files to be taken, and not somebody's temporary files or our own reports. */
public final class InboxNames {
    private static final Pattern TAKEN = pattern(".+\\.(csv|txt|json|jsonl)(\\.gz)?");
    private static final Pattern NEVER =
            pattern("[.].*|~\\$.*|.*~|.*\\.(tmp|part|filepart|crdownload)|thumbs\\.db|desktop\\.ini"
                    + "|.*\\.(receipt|error|progress)\\..*");

    private InboxNames() {}

    /** Whether a file of that name is taken. */
    public static boolean isTaken(String name) {
        return TAKEN.matcher(name).matches() && !NEVER.matcher(name).matches();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
