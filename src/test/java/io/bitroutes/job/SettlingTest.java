package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.SettableClock;
import io.bitroutes.ledger.Job.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Path FILE = Path.of("a.csv");
    private static final Path OTHER = Path.of("b.csv");
    private static final Seen SEEN = new Seen(10, Instant.EPOCH);
    private static final Seen EMPTY = new Seen(0, Instant.EPOCH);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T02:15:00Z"));
    private final Settling settling = new Settling(Duration.ofSeconds(5), clock);

    @Test
    void twoLooksFarEnoughApartAreNeeded() {
        assertThat(settling.isSettled(FILE, SEEN)).isFalse();
        clock.goOn(Duration.ofMillis(4999));
        assertThat(settling.isSettled(FILE, SEEN)).isFalse();
        clock.goOn(Duration.ofMillis(1));
        assertThat(settling.isSettled(FILE, SEEN)).isTrue();
    }

    @Test
    void aChangedFileBeginsAgain() {
        settling.isSettled(FILE, SEEN);
        clock.goOn(Duration.ofSeconds(5));
        assertThat(settling.isSettled(FILE, new Seen(11, Instant.EPOCH))).isFalse();
        clock.goOn(Duration.ofSeconds(4));
        assertThat(settling.isSettled(FILE, new Seen(11, Instant.EPOCH))).isFalse();
        assertThat(settling.isSettled(FILE, new Seen(11, Instant.EPOCH.plusMillis(1))))
                .isFalse();
    }

    @Test
    void anEmptyFileSettlesTenTimesAsLong() {
        settling.isSettled(FILE, EMPTY);
        clock.goOn(Duration.ofSeconds(49));
        assertThat(settling.isSettled(FILE, EMPTY)).isFalse();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(settling.isSettled(FILE, EMPTY)).isTrue();
    }

    @Test
    void aForgottenFileBeginsAgain() {
        settling.isSettled(FILE, SEEN);
        clock.goOn(Duration.ofSeconds(5));
        settling.forget(FILE);

        assertThat(settling.isSettled(FILE, SEEN)).isFalse();
    }

    @Test
    void manyFilesSettleWithoutAWait() {
        Settling atOnce = new Settling(Duration.ZERO, clock);
        for (Path file : new Path[] {FILE, OTHER}) {
            assertThat(atOnce.isSettled(file, SEEN)).isFalse();
            clock.goOn(Duration.ofMillis(1));
        }

        assertThat(atOnce.isSettled(FILE, SEEN)).isTrue();
        assertThat(atOnce.isSettled(OTHER, SEEN)).isTrue();
    }

    @Test
    void aFileNotLookedAtForLongIsForgotten() {
        settling.isSettled(FILE, SEEN);
        clock.goOn(Duration.ofHours(2));
        settling.isSettled(OTHER, SEEN);

        assertThat(settling.isSettled(FILE, SEEN)).isFalse();
    }
}
