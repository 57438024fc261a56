package io.bitroutes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T01:00:00Z,           Asia/Shanghai,     2026-12-01T09:00:00.000+08:00",
        "2026-12-01T01:00:00.120Z,       Asia/Shanghai,     2026-12-01T09:00:00.120+08:00",
        "2026-12-01T01:00:00.999999999Z, Asia/Shanghai,     2026-12-01T09:00:00.999+08:00",
        "2026-12-01T01:00:00Z,           UTC,               2026-12-01T01:00:00.000Z",
        "2026-07-01T01:00:00Z,           Asia/Kathmandu,    2026-07-01T06:45:00.000+05:45",
    })
    void alwaysHasThreeDigitsOfTheSecond(Instant instant, ZoneId zone, String written) {
        assertThat(IsoTime.of(instant, zone)).isEqualTo(written);
    }
}
