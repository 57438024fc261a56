package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported beside a program that runs, and dropped into its inbox, changes nothing. */
class ExportRoundTripIT extends ProgramTestBase {
    private static final List<String> AWKWARD = List.of(
            "=1+1",
            "-5",
            "+86 10",
            "@me",
            "'x",
            "'",
            "''",
            "'=y",
            "''-z",
            "0086",
            "00",
            "12345678901234567890",
            "say \"hi\"",
            "\"quoted\"",
            "one\ntwo",
            "one\r\ntwo",
            "a,b;c|d\te",
            "名称，中文",
            "鎔",
            "😀",
            "50% & <b>",
            "a/b?c#d",
            "_row",
            "#");

    /** The last by its ending and by its charset. */
    private static final List<String> FORMATS = List.of("csv", "json", "gb18030.csv");

    /** Of the awkward ones those that GBK does not have. */
    private static final List<String> FOREIGN = List.of("😀");

    /** What is in GBK and not in GB2312, and what two of its areas hold that few ever use. */
    private static final List<String> GBK_ONLY = List.of("朱镕基", "喆", "堃", "丂丄丅", "礶禌鰽", "國際標準軟體", "ㄅㄆ㎡℡", "Ⅷⅷ");

    /** Values may have white space around them, names may not. */
    private static final List<String> AWKWARD_VALUES = List.of(" before and after ", "\ttab", "\rreturn", "\n", "'\tx");

    /** Items that belong to a product or a template: exported, and skipped when they come back. */
    private static final int INHERITED = 2;

    @TempDir
    private Path folder;

    @Test
    void whatIsExportedAndDroppedAgainChangesNothing() throws IOException {
        seed(AWKWARD);
        assertUnchangedBy(FORMATS, AWKWARD.size());
    }

    @Test
    void whatIsExportedAsGbkAndDroppedAgainChangesNothing() throws IOException {
        List<String> held = new ArrayList<>(AWKWARD);
        held.removeAll(FOREIGN);
        held.addAll(GBK_ONLY);
        seed(held);
        assertUnchangedBy(List.of("gbk.csv"), held.size());
    }

    private void assertUnchangedBy(List<String> formats, int names) throws IOException {
        Map<String, Object> before = held();
        for (String format : formats) {
            exportAll(format);
        }

        int values = names + AWKWARD_VALUES.size();
        Map<String, Integer> rows =
                Map.of("customers.replace", values, "product.replace", names, "datas.upsert", values + INHERITED);
        for (String format : formats) {
            rows.keySet().forEach(operation -> drop(operation, format));
            rows.forEach((operation, count) -> assertSettled(operation, format, count));
        }
        assertThat(held()).isEqualTo(before);
    }

    /** The resources side by side. */
    private void exportAll(String format) throws IOException {
        List<Program> exports = new ArrayList<>();
        try {
            exports.add(export("customers.list", "customers.replace", format));
            exports.add(export("products.query", "product.replace", format));
            exports.add(export("datas.query", "datas.upsert", format, "--sn", "S 1", "--sn", "S/2"));
            exports.forEach(
                    export -> assertThat(export.exitCode()).as(export.errors()).isZero());
        } finally {
            exports.forEach(Program::close);
        }
    }

    private void seed(List<String> names) {
        sandbox.state().clear();
        for (int index = 0; index < names.size(); index++) {
            String text = names.get(index);
            Map<String, String> customer = new HashMap<>(Map.of("name", text, "city", text, "email", "'" + text));
            customer.put("referenceId", "00" + index);
            sandbox.state().seedCustomer(customer);
            sandbox.state().seedProduct(Map.of("productName", text, "refId", text, "description", "-" + text));
            sandbox.state().seedData("S 1", Map.of("name", text, "value", text, "status", index % 2 * 2));
        }
        for (String text : AWKWARD_VALUES) {
            String name = "n" + AWKWARD_VALUES.indexOf(text);
            sandbox.state().seedCustomer(Map.of("name", name, "address", text));
            sandbox.state().seedData("S/2", Map.of("name", name, "value", text));
        }
        sandbox.state().seedData("S/2", Map.of("name", "edition", "value", "standard", "source", "product"));
        sandbox.state().seedData("S 1", Map.of("name", "theme", "value", "light", "source", "template"));
    }

    private Map<String, Object> held() {
        return Map.of(
                "customers", sandbox.state().customers(),
                "products", sandbox.state().products(),
                "datas", sandbox.state().datas());
    }

    private Program export(String from, String to, String format, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("export", from, "--to", file(to, format).toString()));
        arguments.addAll(List.of(more));
        if (format.startsWith("gb")) {
            arguments.addAll(List.of("--charset", format.substring(0, format.indexOf('.'))));
        }
        return launch.spawn(arguments.toArray(String[]::new));
    }

    private void drop(String operation, String format) {
        Path file = file(operation, format);
        home.drop(operation, file.getFileName().toString(), (HomeFolder.Writing) target -> Files.copy(file, target));
    }

    private Path file(String operation, String format) {
        return folder.resolve(operation + "." + format);
    }

    private void assertSettled(String operation, String format, int rows) {
        JsonNode receipt =
                home.receipt(operation, file(operation, format).getFileName().toString());
        int skipped = operation.equals("datas.upsert") ? INHERITED : 0;
        assertThat(receipt.path("deadLetter").isNull())
                .as(() -> receipt + "\n" + home.deadLetter(receipt))
                .isTrue();
        assertThat(receipt.path("rows").intValue()).isEqualTo(rows);
        assertThat(receipt.path("skipped").intValue()).isEqualTo(skipped);
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(rows - skipped);
    }
}
