package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Verdict.Code;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none | 0    | REFUSED 4999                                     | false
            none | 0    | REFUSED 5000                                     | true
            none | 0    | REFUSED 2000 NOT_ISOLATED 2000 UNKNOWN 1000      | true
            none | 1    | REFUSED 900000                                   | false
            none | 0    | INVALID 900000                                   | false
            none | 0    | UNCONFIRMED 900000                               | false
            3    | 1000 | REFUSED 3                                        | false
            3    | 1000 | REFUSED 4                                        | true
            3    | 1000 | INVALID 1 REFUSED 1 UNCONFIRMED 1 NOT_ISOLATED 1 | true
            3    | 1000 | UNKNOWN 10 NOT_SENT 10                           | false
            0    | 0    | REFUSED 0                                        | false
            0    | 0    | REFUSED 1                                        | true
            """)
    void aJobStopsWhenItIsNotWorthGoingOn(String maxRejected, long confirmed, String codes, boolean stops) {
        StopRule rule = new StopRule(
                maxRejected.equals("none") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(maxRejected)));

        assertThat(rule.stops(confirmed, counts(codes.split(" ", -1)))).isEqualTo(stops);
    }

    private static Map<Code, Long> counts(String... words) {
        return Arrays.stream(String.join(" ", words).split(" (?=[A-Z])", -1))
                .map(pair -> pair.split(" ", -1))
                .collect(Collectors.toMap(pair -> Code.valueOf(pair[0]), pair -> Long.parseLong(pair[1])));
    }
}
