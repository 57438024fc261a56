package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().ask()).isEqualTo(new AskSettings(Duration.ofSeconds(20), 4_000_000));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with("jms.ask.timeout", "2m", "jms.ask.max-size", "200KB");

        assertThat(settings.ask()).isEqualTo(new AskSettings(Duration.ofMinutes(2), 200_000));
    }

    @ParameterizedTest
    @CsvSource({
        "jms.ask.timeout, 999ms, 'a duration from 1s to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
        "jms.ask.timeout, 2h, 'a duration from 1s to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
        "jms.ask.max-size, 0KB, 'a size from 1KB to 100MB, such as 500KB or 4MB'",
        "jms.ask.max-size, 101MB, 'a size from 1KB to 100MB, such as 500KB or 4MB'",
        "jms.ask.max-size, many, 'a size from 1KB to 100MB, such as 500KB or 4MB'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }
}
