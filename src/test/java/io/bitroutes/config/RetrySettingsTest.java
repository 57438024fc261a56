package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrySettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().retry())
                .isEqualTo(
                        new RetrySettings(5, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10)));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with(
                "retry.attempts", "1",
                "retry.delay", "2s",
                "retry.max-delay", "1d",
                "outage.probe-interval", "1h");

        assertThat(settings.retry())
                .isEqualTo(new RetrySettings(1, Duration.ofSeconds(2), Duration.ofDays(1), Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "retry.attempts, 0, a whole number from 1 to 100",
        "retry.attempts, 101, a whole number from 1 to 100",
        "retry.attempts, five, a whole number from 1 to 100",
        "retry.attempts, 9999999999, a whole number from 1 to 100",
        "retry.delay, 0s, 'a duration from 1ms to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
        "retry.max-delay, 2d, 'a duration from 1ms to 1d, such as 200ms, 5s, 2m, 1h or 1d'",
        "retry.max-delay, 499ms, at least the value of bitanswer.retry.delay",
        "outage.probe-interval, 10, 'a duration from 1ms to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }

    @Test
    void delayAboveTheDefaultOfTheLongest() {
        assertThat(Configured.problems("retry.delay", "1m"))
                .containsExactly("bitanswer.retry.max-delay is '30s' (the default); expected at least the value of"
                        + " bitanswer.retry.delay");
    }
}
