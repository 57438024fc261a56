package io.bitroutes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "2-1001",
                "2-1001,1003",
                "2,4,6",
                "2-3,5-6,9",
                "1048577-1048578",
                "9000000000-9000000002",
                "5,3,2"
            })
    void textFormIsReadBack(String text) {
        assertThat(RowNumbers.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 10_000_000_000L})
    void numbersAreFoundByPosition(long first) {
        RowNumbers rows = RowNumbers.of(LongStream.of(first, first + 1, first + 3));

        assertThat(RowNumbers.parse(rows.toString()).size()).isEqualTo(3);
        assertThat(LongStream.range(0, 3).map(position -> rows.at((int) position)))
                .containsExactly(first, first + 1, first + 3);
    }
}
