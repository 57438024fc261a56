package io.bitroutes.job;

import io.bitroutes.batch.Verdict.Code;
import java.util.List;
import java.util.Set;

/**
 * A file in which rows come back.
 *
 * @param suffix the word in its name
 * @param codes the verdicts of its rows
 */
record ReturnedFile(String suffix, Set<Code> codes) {
    static final ReturnedFile REJECTED =
            new ReturnedFile("rejected", Set.of(Code.INVALID, Code.REFUSED, Code.UNCONFIRMED, Code.NOT_ISOLATED));
    static final ReturnedFile UNKNOWN = new ReturnedFile("unknown", Set.of(Code.UNKNOWN));
    static final ReturnedFile NOT_SENT = new ReturnedFile("not-sent", Set.of(Code.NOT_SENT));

    /** All of them, the most important first. */
    static final List<ReturnedFile> ALL = List.of(REJECTED, UNKNOWN, NOT_SENT);
}
