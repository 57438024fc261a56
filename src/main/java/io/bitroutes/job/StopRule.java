package io.bitroutes.job;

import io.bitroutes.batch.Verdict.Code;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When a job is not worth going on with.
 *
 * @param maxRejected the most rejected records; empty = no limit
 */
public record StopRule(OptionalLong maxRejected) {
    /** So many that BitAnswer would not confirm, and none that it would: it is not the records that are at fault. */
    static final long MOST_WITHOUT_A_CONFIRMED_ONE = 5_000;

    private static final Set<Code> NOT_TAKEN = Set.of(Code.REFUSED, Code.NOT_ISOLATED, Code.UNKNOWN);

    /** Whether a job with these sums stops. */
    boolean stops(long confirmed, Map<Code, Long> codes) {
        boolean tooMany =
                maxRejected.isPresent() && sum(ReturnedFile.REJECTED.codes(), codes) > maxRejected.getAsLong();
        return tooMany || (confirmed == 0 && sum(NOT_TAKEN, codes) >= MOST_WITHOUT_A_CONFIRMED_ONE);
    }

    private static long sum(Set<Code> wanted, Map<Code, Long> codes) {
        return wanted.stream().mapToLong(code -> codes.getOrDefault(code, 0L)).sum();
    }
}
