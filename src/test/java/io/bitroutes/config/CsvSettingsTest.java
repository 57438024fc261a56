package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().csv())
                .isEqualTo(
                        new CsvSettings(Optional.empty(), Optional.empty(), Optional.empty(), false, true, Map.of()));
    }

    @Test
    void fullMapping() throws ConfigException {
        Settings settings = Configured.with(
                "csv.charset", "gb18030",
                "csv.delimiter", "semicolon",
                "csv.clear-token", "<clear>",
                "csv.missing-columns", "reset",
                "csv.excel-check", "false",
                "csv.aliases.公司 名称", "name",
                "csv.aliases.Phone", "officeNumber");

        assertThat(settings.csv())
                .isEqualTo(new CsvSettings(
                        Optional.of("GB18030"),
                        Optional.of(';'),
                        Optional.of("<clear>"),
                        true,
                        false,
                        Map.of("公司 名称", "name", "Phone", "officeNumber")));
    }

    @Test
    void autoIsNothingFixed() throws ConfigException {
        CsvSettings csv =
                Configured.with("csv.charset", "auto", "csv.delimiter", "auto").csv();

        assertThat(csv.charset()).isEmpty();
        assertThat(csv.delimiter()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void delimiters(String written, char delimiter) throws ConfigException {
        assertThat(Configured.with("csv.delimiter", written).csv().delimiter()).contains(delimiter);
    }

    static Stream<Arguments> delimiters() {
        return Stream.of(
                Arguments.of("comma", ','),
                Arguments.of(",", ','),
                Arguments.of("semicolon", ';'),
                Arguments.of(";", ';'),
                Arguments.of("tab", '\t'),
                Arguments.of("\t", '\t'),
                Arguments.of("pipe", '|'),
                Arguments.of("|", '|'));
    }

    @ParameterizedTest
    @CsvSource({
        "csv.charset, UTF-9, 'auto, or a charset such as UTF-8 or GB18030'",
        "csv.charset, utf 8, 'auto, or a charset such as UTF-8 or GB18030'",
        "csv.delimiter, colon, 'auto, comma, semicolon, tab or pipe'",
        "csv.delimiter, ':', 'auto, comma, semicolon, tab or pipe'",
        "csv.missing-columns, ignore, 'one of refuse, reset'",
        "csv.excel-check, yes, 'one of true, false'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }

    @Test
    void aliasWithoutHeader() {
        assertThat(Configured.problems("csv.aliases.", "name"))
                .containsExactly("bitanswer.csv.aliases. (set by the program) is no key of this program");
    }
}
