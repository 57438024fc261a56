package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLimitTest {

    @ParameterizedTest
    @CsvSource({"10%,10%", "0.5%,0.5%", "100%,100%", "12.50%,12.5%", "25,25", "0,0", "0%,9"})
    void isShownAsPeopleWriteIt(String written, String shown) {
        assertThat(RowLimit.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "10%,9,9,false",
        "10%,10,99,true",
        "10%,10,100,false",
        "10%,11,100,true",
        "0%,9,9,false",
        "0%,10,1000000,true",
        "25,25,25,false",
        "25,26,1000000,true",
        "0,1,1000000,true"
    })
    void isExceeded(String limit, long bad, long rows, boolean exceeded) {
        assertThat(RowLimit.parse(limit).exceeded(bad, rows)).isEqualTo(exceeded);
    }
}
