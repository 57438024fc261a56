package io.bitroutes.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCountTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "an object             | 1 | {'name':'a'}",
                "an empty array        | 1 | []",
                "an array              | 3 | [{'name':'a'}, {'name':'b'},{'name':'c'}]",
                "names                 | 2 | ['a','b']",
                "behind spaces         | 2 | ` ~ [{'name':'a'},{'name':'b'}]`",
                "JSON lines            | 3 | {'name':'a'}~{'name':'b'}~{'name':'c'}~",
                "signs within texts    | 1 | {'name':'}{][\\'{','city':'\\\\'}",
                "values within values  | 2 | [{'a':{'b':[{},{}]}},{'c':[1,2]}]",
                "CSV with a last end   | 2 | name~a~b~",
                "CSV without           | 2 | name~a~b",
                "a header only         | 1 | name~",
                "nothing               | 1 | ``",
                "blanks                | 1 | ` ~ `",
                "JSON that breaks off  | 2 | [{'name':'a'},{'name':'b"
            })
    void isTold(String what, int records, String body) {
        String text = body.replace('\'', '"').replace('~', '\n');

        assertThat(RecordCount.of(Bus.message(new BusMessage.Text(text)))).isEqualTo(records);
        assertThat(RecordCount.of(Bus.message(new BusMessage.Bytes(text.getBytes(UTF_8)))))
                .isEqualTo(records);
    }

    @Test
    void whatIsNotReadIsOne() {
        assertThat(RecordCount.of(Bus.message(new BusMessage.Unread(null, "ObjectMessage"))))
                .isOne();
    }
}
