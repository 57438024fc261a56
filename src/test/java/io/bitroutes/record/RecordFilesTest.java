package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits, digests, and the rows that go back, where a table cannot say it. */
class RecordFilesTest {
    private static final Operation UPDATE = Operations.load().get("customers.update");
    private static final Operation DELETE = Operations.load().get("customers.delete");
    private static final String FRONT = "_row,_code,_status,_msg,_request,";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private final RecordFiles files = new RecordFiles(ReadingRules.DEFAULT, Texts.in("en"));

    @Test
    void recordOfTwoHundredLinesIsTheLongest() throws Exception {
        assertThat(read("name,address\nA,\"" + "x\n".repeat(199) + "\"\nB,y\n")).hasSize(2);
        assertTooLong("name,address\nA,\"" + "x\n".repeat(200) + "\"\nB,y\n", 2);
    }

    @Test
    void recordOfOneMebibyteIsTheLongest() throws Exception {
        assertThat(read("name,address\nA," + "x".repeat(MEBIBYTE - 10) + "\n")).hasSize(1);
        assertTooLong("name,address\nA," + "x".repeat(MEBIBYTE) + "\n", 2);
        assertTooLong("[{\"name\":\"A\"},{\"name\":\"" + "x".repeat(MEBIBYTE - 10) + "\"}]", 2);
    }

    @Test
    void unclosedQuoteIsFoundLongBeforeTheEnd() throws Exception {
        String rows = "A,x\n".repeat(500_000);
        Path file = Files.writeString(folder.resolve("file"), "name,address\nA,x\nB,\"never closed\n" + rows);
        try (RecordReader reader = files.open(file, "file.csv", UPDATE)) {
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(reader::next)
                    .isInstanceOfSatisfying(BrokenFileException.class, e -> assertThat(e.where())
                            .isEqualTo("row 3"));
        }
    }

    @Test
    void hugeMemberIsRefusedWithoutBeingHeld() throws Exception {
        assertTooLong("[{\"name\":\"A\"},{\"name\":[" + "1,".repeat(MEBIBYTE) + "1]}]", 2);
    }

    @Test
    void reasonsStayShort() throws Exception {
        assertThat(read("name,\nA," + "x".repeat(MEBIBYTE / 2) + "\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Bad.class, bad -> assertThat(bad.reason()).hasSizeLessThan(300));
    }

    @Test
    void digestIsThatOfTheFile() throws Exception {
        for (String text : List.of("name\nA\n", "[{\"name\":\"A\"}]  \n")) {
            Path file = Files.writeString(folder.resolve("file"), text);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            try (RecordReader reader = files.open(file, "file", UPDATE)) {
                assertThat(reader.sha256()).isEmpty();
                assertThat(reader.next()).isPresent();
                assertThat(reader.next()).isEmpty();
                assertThat(reader.next()).isEmpty();
                assertThat(reader.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
            }
        }
    }

    @Test
    void lineWithoutEndGoesBackWithoutEnd() throws Exception {
        String returned = returned("name\r\nAcme\r\nAcme L", StandardCharsets.UTF_8, DELETE, 3);
        assertThat(returned).isEqualTo("\uFEFF" + FRONT + "name\r\n3,INVALID,,why,,Acme L");
        assertThat(read(returned, DELETE)).singleElement().isInstanceOf(Row.Bad.class);
    }

    @Test
    void ownColumnsAreReplacedWhereverTheyAre() throws Exception {
        assertThat(returned("name,_old,city,_x\nA,\"1,\"\"2\",\" b,\"\"\"\n", StandardCharsets.UTF_8, UPDATE, 2))
                .isEqualTo("\uFEFF" + FRONT + "name,city\n2,INVALID,,why,,A,\" b,\"\"\"\n");
    }

    @Test
    void raggedRowsGoBackAsTheyAre() throws Exception {
        assertThat(returned("_row;name;city\n1;A\n2;B;x;y\n", StandardCharsets.UTF_8, UPDATE, 2, 3))
                .isEqualTo(
                        "\uFEFF" + (FRONT + "name;city\n2,INVALID,,why,,A\n3,INVALID,,why,,B;x;y\n").replace(',', ';'));
    }

    @Test
    void delimiterWithinTwoByteCharactersIsNone() throws Exception {
        Charset charset = Charset.forName("GB18030");
        String pipeWithin = new String(new byte[] {(byte) 0x81, '|'}, charset);
        String text = "_row|客户名|_x|城市\n1|北京" + pipeWithin + "公司|z|上海\n";
        assertThat(returned(text, charset, UPDATE, 2))
                .isEqualTo((FRONT + "客户名|城市\n2,INVALID,,why,,北京" + pipeWithin + "公司|上海\n").replace(',', '|'));
    }

    @Test
    void rowThatIsNotThereIsAnError() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "name\nA\n");
        FileFormat format = format(file, UPDATE);
        assertThatThrownBy(() -> copy(file, format, 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("row 3");
    }

    private void assertTooLong(String text, int row) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(
                        "the record that begins here does not end within 200 lines or 1 MiB (row " + row + ")");
    }

    private List<Row> read(String text) throws IOException, BrokenFileException {
        return read(text, UPDATE);
    }

    private List<Row> read(String text, Operation operation) throws IOException, BrokenFileException {
        Path file = Files.writeString(folder.resolve("file"), text);
        List<Row> rows = new ArrayList<>();
        try (RecordReader reader = files.open(file, "file", operation)) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private String returned(String text, Charset charset, Operation operation, int... numbers) throws Exception {
        Path file = Files.write(folder.resolve("file"), text.getBytes(charset));
        FileFormat format = format(file, operation);
        assertThat(format.charset()).isEqualTo(charset.name());
        return new String(copy(file, format, numbers), charset);
    }

    private FileFormat format(Path file, Operation operation) throws IOException, BrokenFileException {
        try (RecordReader reader = files.open(file, "file", operation)) {
            return reader.format();
        }
    }

    private byte[] copy(Path file, FileFormat format, int... numbers) throws IOException {
        List<ReturnedRow> rows = new ArrayList<>();
        for (int number : numbers) {
            rows.add(new ReturnedRow(number, "INVALID", "", "why", ""));
        }
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        files.copyReturned(file, format, rows.iterator(), target);
        return target.toByteArray();
    }
}
