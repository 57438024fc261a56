package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.NoEnvelopeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    private static final List<String> MEMBERS = List.of("name", "city", "status");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\"|text",
                "\"\"|''",
                "null|''",
                "7|7",
                "-1.50|-1.50",
                "true|true",
                "[1, \"a\"]|'[1,\"a\"]'",
                "{\"a\": {}}|'{\"a\":{}}'",
                "\"\\u5ba2\\\\户\\n😀\"|'客\\户\n😀'"
            })
    void whateverTheValueIsIsText(String value, String text) throws IOException {
        Cells cells = AnsweredPage.of(MEMBERS, List.of("{\"x\": [{}], \"city\": " + value + ", \"y\": 1}"));

        assertThat(cells.text(0, 1)).isEqualTo(text.replace("\\n", "\n"));
        assertThat(cells.isEmpty(0, 1)).isEqualTo(text.isEmpty());
        assertThat(cells.isInteger(0, 1)).isEqualTo(value.equals("7"));
        assertThat(cells.text(0, 0)).isEmpty();
    }

    @Test
    void membersInAnyOrder() throws IOException {
        Cells cells = AnsweredPage.of(
                MEMBERS,
                List.of(
                        "{\"status\": 1, \"name\": \"a\", \"city\": \"b\"}",
                        "{}",
                        "3",
                        "{\"city\": \"c\", \"name\": \"d\"}"));

        assertThat(IntStream.range(0, cells.size()).mapToObj(row -> row(cells, row)))
                .containsExactly("a b 1", "  ", "  ", "d c ");
    }

    @Test
    void membersThatComeAndGoAmongMoreNamesThanAreRemembered() throws IOException {
        List<String> items = IntStream.range(0, 300)
                .mapToObj(row -> IntStream.range(0, 100)
                        .mapToObj(name -> "\"x" + row % 3 + "-" + name + "\": [{}]")
                        .collect(Collectors.joining(
                                ", ",
                                "{" + (row % 2 == 0 ? "\"city\": \"c" + row + "\", " : ""),
                                ", \"status\": " + row + ", \"name\": \"n" + row + "\"}")))
                .toList();

        Cells cells = AnsweredPage.of(MEMBERS, items);

        assertThat(IntStream.range(0, cells.size()).mapToObj(row -> row(cells, row)))
                .containsExactlyElementsOf(IntStream.range(0, 300)
                        .mapToObj(row -> "n" + row + " " + (row % 2 == 0 ? "c" + row : "") + " " + row)
                        .toList());
    }

    @Test
    void asManyAsAreEverAskedForAndAsLongAsTheyAre() throws IOException {
        List<String> items = IntStream.range(0, 1500)
                .mapToObj(number -> "{\"name\": \"" + number + "\", \"city\": \"" + "x".repeat(number) + "\"}")
                .toList();

        Cells cells = AnsweredPage.of(MEMBERS, items);

        assertThat(cells.size()).isEqualTo(1000);
        assertThat(row(cells, 0)).isEqualTo("0  ");
        assertThat(row(cells, 999)).isEqualTo("999 " + "x".repeat(999) + " ");
    }

    @Test
    void anAnswerThatComesAgainTakesThePlaceOfTheOneBefore() throws IOException {
        Cells cells = AnsweredPage.of(MEMBERS, List.of("{\"name\": \"a\", \"status\": 1}", "{\"name\": \"b\"}"));

        AnsweredPage.read(cells, List.of("{\"name\": \"c\", \"status\": \"1\"}"));

        assertThat(cells.size()).isEqualTo(1);
        assertThat(row(cells, 0)).isEqualTo("c  1");
        assertThat(cells.isInteger(0, 2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"name\": \"a\"}",
                "{\"name\": null, \"city\": \"b\", \"name\": \"a\"}",
                "{\"name\": {\"a\": 1, \"a\": 1}}"
            })
    void nothingThatIsWantedStandsThereTwice(String item) {
        assertThatThrownBy(() -> AnsweredPage.of(MEMBERS, List.of(item))).isInstanceOf(NoEnvelopeException.class);
    }

    private static String row(Cells cells, int row) {
        return cells.text(row, 0) + " " + cells.text(row, 1) + " " + cells.text(row, 2);
    }
}
