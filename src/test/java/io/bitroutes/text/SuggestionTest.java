package io.bitroutes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("batch-size", "base-url", "rate", "lease", "客户名");

    @ParameterizedTest
    @CsvSource({
        "batchsize, batch-size",
        "batch_size, batch-size",
        "BATCH-SIZE, batch-size",
        "base-ulr, base-url",
        "rat, rate",
        "rates, rate",
        "leese, lease",
        "客户, 客户名",
    })
    void nearest(String mistyped, String meant) {
        assertThat(Suggestion.near(mistyped, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "rt", "batch", "电话", "''"})
    void nothingNear(String mistyped) {
        assertThat(Suggestion.near(mistyped, KNOWN)).isEmpty();
    }

    @Test
    void nothingKnown() {
        assertThat(Suggestion.near("rate", List.of())).isEmpty();
    }
}
