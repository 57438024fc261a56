package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().send()).isEqualTo(new SendSettings(4, 1000, 400, OptionalLong.empty()));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with(
                "concurrency", "64", "batch-size", "1", "isolation.max-requests", "2", "max-rejected", "0");

        assertThat(settings.send()).isEqualTo(new SendSettings(64, 1, 2, OptionalLong.of(0)));
    }

    @Test
    void noneIsNoLimit() throws ConfigException {
        assertThat(Configured.with("max-rejected", "none").send().maxRejected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0, a whole number from 1 to 64",
        "concurrency, 65, a whole number from 1 to 64",
        "batch-size, 0, a whole number from 1 to 1000",
        "batch-size, 1001, a whole number from 1 to 1000",
        "batch-size, 10.5, a whole number from 1 to 1000",
        "isolation.max-requests, 0, a whole number from 1 to 1000000",
        "max-rejected, -1, 'a whole number, or none'",
        "max-rejected, 10%, 'a whole number, or none'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }
}
