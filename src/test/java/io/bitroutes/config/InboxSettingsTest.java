package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().inbox())
                .isEqualTo(new InboxSettings(Duration.ofSeconds(5), List.of(), new RowLimit(10, 10)));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with(
                "inbox.settle", "0s", "inbox.operations", "customer.replace, data.upsert", "max-invalid", "25");

        assertThat(settings.inbox())
                .isEqualTo(new InboxSettings(
                        Duration.ZERO, List.of("customer.replace", "data.upsert"), new RowLimit(0, 26)));
    }

    @Test
    void allOperationsByName() throws ConfigException {
        assertThat(Configured.with("inbox.operations", "all").inbox().operations())
                .containsExactly("all");
    }

    @ParameterizedTest
    @CsvSource({
        "inbox.settle, soon, 'a duration from 0s to 1d, such as 200ms, 5s, 2m, 1h or 1d'",
        "inbox.operations, customer, 'operation ids with commas between them, all, or none'",
        "inbox.operations, 'all, data.upsert', 'operation ids with commas between them, all, or none'",
        "max-invalid, 101%, 'a percentage such as 10%, or a number of rows'",
        "max-invalid, -1, 'a percentage such as 10%, or a number of rows'",
        "max-invalid, 10 %, 'a percentage such as 10%, or a number of rows'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10%, 9, 9, false",
        "10%, 10, 10, true",
        "10%, 10, 99, true",
        "10%, 10, 100, false",
        "10%, 11, 100, true",
        "29%, 29, 100, false",
        "0%, 10, 1000000, true",
        "100%, 10, 10, false",
        "0, 0, 5, false",
        "0, 1, 5, true",
        "3, 3, 3, false",
        "3, 4, 1000000, true",
    })
    void rowLimit(String limit, long bad, long rows, boolean exceeded) {
        assertThat(RowLimit.parse(limit).exceeded(bad, rows)).isEqualTo(exceeded);
    }
}
