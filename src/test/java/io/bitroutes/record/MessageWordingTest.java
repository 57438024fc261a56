package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a message is not said as of a file, nor how files are mended. */
class MessageWordingTest {
    private static final Operations OPERATIONS = Operations.load();

    private final RecordFiles messages = new RecordFiles(ReadingRules.DEFAULT, Texts.in("en")).forMessages();

    @Test
    void bodies() {
        assertRefused("customers.replace", "", "there is nothing in the message - a header row with column names");
        assertRefused("customers.replace", "name\nA\n", "send the message to the queue of customers.update; to reset");
        assertRefused("customers.delete", "name,city\nA,B\n", "a message to customers.delete deletes records");
        assertRefused("customers.update", "name\n\"A", "up to the end of the message (row 2) - close the quote");
        assertRefused("customers.update", "[{", "in the middle of a record (row 1) - send the message whole");
        assertRefused("customers.update", "PK\u0003\u0004", "neither CSV nor JSON - send its rows as CSV or JSON");
        assertRefused("customers.update", "\0".repeat(200), "neither CSV nor JSON - a text or bytes with CSV or JSON");
    }

    @Test
    void charsets() {
        Charset latin = StandardCharsets.ISO_8859_1;

        assertRefused("customers.update", "{\"name\":\"\u00fc\"}".getBytes(latin), "byte 10 of the message (0xFC)");
        assertRefused("customers.update", "name\n\u00fc\n".getBytes(latin), "byte 6 of the message (0xFC)");
        assertRefused("customers.update", new byte[] {0x1F, (byte) 0x8B, 8, 0}, "damaged or cut off - send them whole");
    }

    private void assertRefused(String operation, String body, String expected) {
        assertRefused(operation, body.getBytes(StandardCharsets.UTF_8), expected);
    }

    private void assertRefused(String operation, byte[] body, String expected) {
        assertThatThrownBy(() -> {
                    try (RecordReader reader = messages.open(body, OPERATIONS.get(operation))) {
                        List.of(reader.next(), reader.next());
                    }
                })
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining(expected)
                .message()
                .doesNotContain("file", "folder", "drop");
    }
}
