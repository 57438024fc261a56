package io.bitroutes.job;

import io.bitroutes.batch.Verdict.Code;
import java.util.EnumSet;
import java.util.Set;

/** The files in which rows come back, the most important first. */
enum ReturnedFile {
    REJECTED("rejected", EnumSet.of(Code.INVALID, Code.REFUSED, Code.UNCONFIRMED, Code.NOT_ISOLATED)),
    UNKNOWN("unknown", EnumSet.of(Code.UNKNOWN)),
    NOT_SENT("not-sent", EnumSet.of(Code.NOT_SENT));

    private final String suffix;
    private final Set<Code> codes;

    ReturnedFile(String suffix, Set<Code> codes) {
        this.suffix = suffix;
        this.codes = codes;
    }

    String suffix() {
        return suffix;
    }

    Set<Code> codes() {
        return codes;
    }
}
