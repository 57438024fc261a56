package io.bitroutes.config;

import java.util.List;
import java.util.OptionalLong;

/**
 * How batches are cut and sent.
 *
 * @param concurrency requests under way at a time in the whole process, 1 to 64
 * @param batchSize the most records of one request, 1 to 1000
 * @param isolationMaxRequests the most requests spent on finding the guilty records of one batch
 * @param maxRejected the most rejected records before a job stops; empty = no limit
 */
public record SendSettings(int concurrency, int batchSize, int isolationMaxRequests, OptionalLong maxRejected) {
    private static final Key<Integer> CONCURRENCY = Key.of("concurrency", "4", Kinds.whole(1, 64));
    private static final Key<Integer> BATCH_SIZE = Key.of("batch-size", "1000", Kinds.whole(1, 1000));
    private static final Key<Integer> ISOLATION = Key.of("isolation.max-requests", "400", Kinds.whole(1, 1_000_000));
    private static final Key<Long> MAX_REJECTED = Key.open("max-rejected", "none", Kinds.wholeOrNone());

    static final List<Key<?>> KEYS = List.of(CONCURRENCY, BATCH_SIZE, ISOLATION, MAX_REJECTED);

    static SendSettings from(Reading reading) {
        return new SendSettings(
                reading.get(CONCURRENCY),
                reading.get(BATCH_SIZE),
                reading.get(ISOLATION),
                reading.find(MAX_REJECTED).map(OptionalLong::of).orElse(OptionalLong.empty()));
    }
}
