package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form of the files, to the byte. */
class ExportFormTest extends ExportTestBase {
    @Test
    void csvIsForExcel() throws IOException, ExportException {
        sandbox.state()
                .seedCustomer(Map.of(
                        "name",
                        "=甲, \"乙\"",
                        "description",
                        "two\r\nlines",
                        "regDate",
                        "2020-01-01 00:00:00",
                        "city",
                        "😀"));

        export(context, order("customers.list", ExportFormat.CSV), file(ExportFormat.CSV));

        assertThat(Files.readString(file(ExportFormat.CSV)))
                .isEqualTo(
                        "\uFEFFname,description,officeNumber,mobileNumber,email,address,city,country,postcode,contact,"
                                + "referenceId,regDate\r\n\"'=甲, \"\"乙\"\"\",\"two\r\nlines\",,,,,😀,,,,,2020-01-01 00:00:00\r\n");
    }

    @Test
    void jsonIsOneArrayOrALineForEachRecord() throws IOException, ExportException {
        export(context, order("products.list", ExportFormat.JSON), file(ExportFormat.JSON));
        assertThat(Files.readString(file(ExportFormat.JSON))).isEqualTo("[\n]\n");

        sandbox.state().seedProduct(Map.of("productName", "=A", "productGuid", "1"));
        sandbox.state().seedProduct(Map.of("productName", "B\n", "productGuid", "2"));
        export(context, order("products.list", ExportFormat.JSON), file(ExportFormat.JSON));
        export(context, order("products.list", ExportFormat.JSONL), file(ExportFormat.JSONL));

        String first = "{\"productName\":\"=A\",\"productGuid\":\"1\"}";
        String second = "{\"productName\":\"B\\n\",\"productGuid\":\"2\"}";
        assertThat(Files.readString(file(ExportFormat.JSON))).isEqualTo("[\n" + first + ",\n" + second + "\n]\n");
        assertThat(Files.readString(file(ExportFormat.JSONL))).isEqualTo(first + "\n" + second + "\n");
    }
}
