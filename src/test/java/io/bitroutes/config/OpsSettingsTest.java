package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().ops()).isEqualTo(new OpsSettings("127.0.0.1", 8080, new DataSize(1_000_000_000L)));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with("ops.host", "::1", "ops.port", "0", "min-free", "500MB");

        assertThat(settings.ops()).isEqualTo(new OpsSettings("::1", 0, new DataSize(500_000_000L)));
    }

    @ParameterizedTest
    @CsvSource({"0MB, 0", "1KB, 1000", "20MB, 20000000", "2TB, 2000000000000"})
    void sizes(String text, long bytes) throws ConfigException {
        assertThat(Configured.with("min-free", text).ops().minFree().bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0, 0KB", "999, 0KB", "1000, 1KB", "999999, 999KB", "1000000000, 1GB", "412999999999, 412GB"})
    void sizesForPeople(long bytes, String text) {
        assertThat(new DataSize(bytes)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ops.host, http://server, 'a host name or an address, such as 127.0.0.1'",
        "ops.host, a b, 'a host name or an address, such as 127.0.0.1'",
        "ops.port, 65536, a whole number from 0 to 65535",
        "ops.port, -1, a whole number from 0 to 65535",
        "min-free, 1, 'a size such as 500MB or 1GB; 0MB = no limit'",
        "min-free, 1gb, 'a size such as 500MB or 1GB; 0MB = no limit'",
        "min-free, 1.5GB, 'a size such as 500MB or 1GB; 0MB = no limit'",
        "min-free, 10%, 'a size such as 500MB or 1GB; 0MB = no limit'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }
}
