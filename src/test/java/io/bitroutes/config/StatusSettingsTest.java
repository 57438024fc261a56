package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().statuses()).isEqualTo(new StatusSettings(Set.of(), Set.of(), Set.of()));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings =
                Configured.with("retry-statuses", "5, -6", "stop-statuses", "7", "repeat-statuses", "8,8,9000000000");

        assertThat(settings.statuses())
                .isEqualTo(new StatusSettings(Set.of(5L, -6L), Set.of(7L), Set.of(8L, 9_000_000_000L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5,0", "5,,6", "five", "5;6", "12345678901234567890"})
    void badValues(String value) {
        assertThat(Configured.problems("retry-statuses", value)).containsExactly(problem("retry-statuses", value));
        assertThat(Configured.problems("stop-statuses", value)).containsExactly(problem("stop-statuses", value));
        assertThat(Configured.problems("repeat-statuses", value)).containsExactly(problem("repeat-statuses", value));
    }

    @Test
    void codeInTwoLists() {
        assertThat(Configured.problems("retry-statuses", "1,2,3", "stop-statuses", "3,1", "repeat-statuses", "2"))
                .containsExactly(
                        "bitanswer.stop-statuses is '3,1' (set by the program); expected no code that"
                                + " bitanswer.retry-statuses holds as well: 1, 3",
                        "bitanswer.repeat-statuses is '2' (set by the program); expected no code that"
                                + " bitanswer.retry-statuses holds as well: 2");
        assertThat(Configured.problems("stop-statuses", "4", "repeat-statuses", "4"))
                .containsExactly("bitanswer.repeat-statuses is '4' (set by the program); expected no code that"
                        + " bitanswer.stop-statuses holds as well: 4");
    }

    private static String problem(String key, String value) {
        return "bitanswer." + key + " is '" + value
                + "' (set by the program); expected whole numbers other than 0 with commas between them, or none";
    }
}
