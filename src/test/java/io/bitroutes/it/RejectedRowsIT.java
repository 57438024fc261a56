package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.DELETE;
import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.TAKEN;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RejectedRowsIT extends ProgramTestBase {
    private static final String MARK = "\uFEFF";
    private static final String OWN = "_row,_code,_status,_msg,_request,";
    private static final String ID = "[0-9a-f]{32}";

    @Test
    void oneRefusedRowIn2500ComesBackAlone() {
        CustomerFile customers = CustomerFile.of("one", 2500).refusing(1234);

        JsonNode receipt = worked(REPLACE, "one.csv", customers.csv());

        assertSums(receipt, 2500, 2499, 1);
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
        assertThat(receipt.path("deadLetter").textValue())
                .isEqualTo("dead-letter/" + REPLACE + "/one." + job(receipt) + ".rejected.csv");
        assertThat(returned(receipt))
                .isEqualTo(MARK + OWN + CustomerFile.header()
                        + "1235,REFUSED,1009,customer 'one-1234': referenceId 'TAKEN' belongs to customer '老客户',<id>,"
                        + customers.line(1234));
    }

    @Test
    void theMendedFileLandsAndNothingPilesUp() {
        CustomerFile customers = CustomerFile.of("again", 600).refusing(7, 400);
        JsonNode first = worked(REPLACE, "again.csv", customers.csv());
        String name = "again." + job(first) + ".rejected.csv";

        JsonNode second = worked(REPLACE, name, home.deadLetter(first));
        assertThat(second.path("deadLetter").textValue()).endsWith("/again." + job(second) + ".rejected.csv");
        assertThat(home.deadLetter(second).lines())
                .hasSameSizeAs(home.deadLetter(first).lines().toList());
        assertThat(home.deadLetter(second)).startsWith(MARK + OWN + CustomerFile.header());

        JsonNode third = worked(REPLACE, "again." + job(second) + ".rejected.csv", mended(home.deadLetter(second)));
        assertSums(third, 2, 2, 0);
        assertThat(third.path("deadLetter").isNull()).isTrue();
        assertThat(CustomerFile.heldBy(sandbox))
                .containsOnlyKeys(CustomerFile.of("again", 600).landing().keySet());
        assertThat(home.archived(REPLACE))
                .extracting(file -> file.getFileName().toString())
                .contains("again." + job(third) + ".csv", "again." + job(third) + ".receipt.txt");
    }

    @Test
    void anUpdateOfAnAbsentCustomerIsRefusedAloneAndTheOthersKeepTheirFields() {
        sandbox.state()
                .seedCustomers(List.of(
                        Map.of("name", "甲", "city", "北京", "email", "a@example.com"),
                        Map.of("name", "乙", "city", "上海")));

        JsonNode receipt = worked(UPDATE, "更新.csv", "name,city\n甲,天津\n丙,重庆\n乙,广州\n");

        assertSums(receipt, 3, 2, 1);
        assertThat(returned(receipt))
                .isEqualTo(MARK + OWN + "name,city\n3,REFUSED,1007,customer '丙' does not exist,<id>,丙,重庆\n");
        assertThat(CustomerFile.heldBy(sandbox))
                .isEqualTo(Map.of(
                        "甲", Map.of("name", "甲", "city", "天津", "email", "a@example.com"),
                        "乙", Map.of("name", "乙", "city", "广州")));
    }

    @Test
    void aDeleteOfAnAbsentCustomerIsRefusedAlone() {
        sandbox.state().seedCustomers(List.of(Map.of("name", "a"), Map.of("name", "b"), Map.of("name", "kept")));

        JsonNode receipt = worked(DELETE, "delete.csv", "name\na\nghost\nb\n");

        assertSums(receipt, 3, 2, 1);
        assertThat(returned(receipt))
                .isEqualTo(MARK + OWN + "name\n3,REFUSED,1007,customer 'ghost' does not exist,<id>,ghost\n");
        assertThat(CustomerFile.heldBy(sandbox)).containsOnlyKeys("kept");
    }

    @Test
    void rowsThatCannotBeSentComeBackInTheSameFileInTheOrderOfRows() {
        sandbox.state().seedCustomers(List.of(Map.of("name", "a"), Map.of("name", "b")));

        JsonNode receipt = worked(UPDATE, "ragged.csv", "name;city\r\na;x\r\nghost;y\r\nb;1;2\r\nb;z\r\n;nameless\r\n");

        assertSums(receipt, 5, 2, 3);
        assertThat(returned(receipt).split("\r\n"))
                .containsExactly(
                        MARK + OWN.replace(',', ';') + "name;city",
                        "3;REFUSED;1007;customer 'ghost' does not exist;<id>;ghost;y",
                        "4;INVALID;;the row has 3 cells, the header has 2;;b;1;2",
                        "6;INVALID;;'name' is empty, but required;;;nameless");
    }

    @Test
    void aBrokenFileComesBackWholeAndNothingOfItIsSent() {
        String content = "name,citty\r\na,b\r\n";

        home.drop(UPDATE, "broken.csv", content);
        JsonNode error = home.error(UPDATE, "broken");

        String stem = "broken." + job(error);
        assertThat(home.deadLetters(UPDATE))
                .extracting(file -> file.getFileName().toString())
                .contains(stem + ".csv", stem + ".error.json", stem + ".error.txt");
        assertThat(home.deadLetter(UPDATE, stem + ".csv")).isEqualTo(content);
        assertThat(error.path("found").textValue()).isEqualTo("unknown column 'citty' (did you mean 'city'?)");
        assertThat(error.path("where").textValue()).isEqualTo("row 1");
        assertThat(home.deadLetter(UPDATE, stem + ".error.txt"))
                .startsWith("The file broken.csv was not accepted. Nothing of it was sent.")
                .contains("unknown column 'citty'", "row 1", "known columns: name");
        assertThat(requests(UPDATE)).isEmpty();
    }

    private JsonNode worked(String operation, String name, String content) {
        home.drop(operation, name, content);
        return home.receipt(operation, name);
    }

    private static void assertSums(JsonNode receipt, int rows, int confirmed, int rejected) {
        assertThat(receipt.path("rows").intValue()).as("rows in %s", receipt).isEqualTo(rows);
        assertThat(receipt.path("confirmed").intValue())
                .as("confirmed in %s", receipt)
                .isEqualTo(confirmed);
        assertThat(receipt.path("rejected").intValue())
                .as("rejected in %s", receipt)
                .isEqualTo(rejected);
    }

    /** The rows that came back, with request ids masked. */
    private String returned(JsonNode receipt) {
        return home.deadLetter(receipt).replaceAll(ID, "<id>");
    }

    private static String mended(String rejected) {
        int[] free = {0};
        return Pattern.compile("(?<=,)" + TAKEN + "(?=\r\n)").matcher(rejected).replaceAll(taken -> "free" + ++free[0]);
    }

    private static String job(JsonNode report) {
        return report.path("job").textValue();
    }
}
