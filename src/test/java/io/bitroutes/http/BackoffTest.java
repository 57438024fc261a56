package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final RandomGenerator LONGEST = new Fixed(true);
    private static final RandomGenerator SHORTEST = new Fixed(false);

    private final Backoff backoff = new Backoff(5, Duration.ofMillis(500), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "6,16000", "7,30000", "8,30000", "2000000000,30000"})
    void theWaitDoublesUpToTheLongest(int attempt, long millis) {
        assertThat(backoff.after(attempt, Optional.empty(), LONGEST)).isEqualTo(Duration.ofMillis(millis));
        assertThat(backoff.after(attempt, Optional.empty(), SHORTEST)).isEqualTo(Duration.ofMillis(millis / 2));
    }

    @Test
    void halfOfTheWaitIsByChance() {
        Random chance = new Random(7);

        assertThat(IntStream.range(0, 1000).mapToLong(draw -> wait(chance)).boxed())
                .allMatch(wait -> wait >= 500 && wait <= 1000)
                .anyMatch(wait -> wait < 600)
                .anyMatch(wait -> wait > 900);
    }

    @Test
    void theServersWishIsObeyed() {
        assertThat(asked(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theServersWishIsCapped() {
        assertThat(asked(Duration.ofSeconds(31))).isEqualTo(Duration.ofSeconds(30));
        assertThat(asked(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aShorterWishChangesNothing() {
        assertThat(asked(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(250));
        assertThat(asked(Duration.ofSeconds(-5))).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void theShortestWaitOfAllIsLegal() {
        Backoff least = new Backoff(1, Duration.ofMillis(1), Duration.ofMillis(1));

        assertThat(least.after(1, Optional.empty(), new Random(7))).isBetween(Duration.ZERO, Duration.ofMillis(1));
    }

    private long wait(RandomGenerator chance) {
        return backoff.after(2, Optional.empty(), chance).toMillis();
    }

    private Duration asked(Duration wish) {
        return backoff.after(1, Optional.of(wish), SHORTEST);
    }

    /** No chance at all: always the largest number, or always 0. */
    private record Fixed(boolean largest) implements RandomGenerator {
        @Override
        public long nextLong() {
            return largest ? Long.MAX_VALUE : 0;
        }

        @Override
        public long nextLong(long bound) {
            return largest ? bound - 1 : 0;
        }
    }
}
