package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpFilesTest {
    private static final Operations OPERATIONS = Operations.load();
    private static final String MARK = "\uFEFF";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void home() {
        home = new Home(folder, ZoneOffset.UTC);
    }

    @Test
    void templatesHaveTheFieldsOfTheApi() throws IOException {
        write("en");

        assertThat(template("customers.update"))
                .isEqualTo(MARK + "name,description,officeNumber,mobileNumber,email,address,city,country,postcode,"
                        + "contact,referenceId\r\n");
        assertThat(template("datas.upsert")).isEqualTo(MARK + "sn,name,value,status\r\n");
    }

    @Test
    void chineseTemplatesHaveTheFirstChineseNames() throws IOException {
        write("zh");

        assertThat(template("customers.replace")).isEqualTo(MARK + "客户名,说明,电话,手机,邮件地址,地址,城市,国家/地区,邮政编码,联系人,编号\r\n");
        assertThat(template("product.update")).isEqualTo(MARK + "产品名,新产品名,产品引用id,产品描述\r\n");
        assertThat(template("datas.delete")).isEqualTo(MARK + "授权码,配置项名称\r\n");
    }

    @Test
    void oneLineForEachFolder() throws IOException {
        write("en");

        assertThat(Files.readString(folder.resolve("inbox/README.txt")))
                .contains(
                        "\ncustomers.replace: replaces customers as a whole. Required columns: name."
                                + " An empty cell resets the field to its default; a missing column is refused.\n",
                        "\ncustomers.update: changes the given fields of customers. Required columns: name."
                                + " An empty cell leaves the field as it is.\n",
                        "\nproduct.create: creates new products. Required columns: productName."
                                + " An empty cell leaves the field empty.\n",
                        "\ndatas.delete: deletes configuration items. Required columns: sn, name."
                                + " No other columns, no empty cells.\n");
        assertThat(folder.resolve("inbox/使用说明.txt")).doesNotExist();
    }

    @Test
    void chineseHomesHaveBothNotes() throws IOException {
        write("zh");

        assertThat(Files.readString(folder.resolve("inbox/使用说明.txt")))
                .startsWith(MARK)
                .contains("\ncustomers.replace：整体替换客户。必需的列：客户名。空单元格会把该字段恢复为默认值；缺少列的文件不会被接受。\n")
                .contains("\ndatas.upsert：修改授权码的配置项，只改文件中给出的字段；没有的则新增。必需的列：授权码、配置项名称。空单元格表示该字段保持不变。\n");
        assertThat(Files.readString(folder.resolve("inbox/README.txt"))).contains("Required columns: name.");
    }

    @Test
    void everyOperationHasItsLine() {
        assertThat(new HelpText("en").of(OPERATIONS.writes()))
                .contains(OPERATIONS.writes().stream()
                        .map(operation -> "\n" + operation.id() + ": ")
                        .toList());
    }

    @Test
    void whatIsAsItShouldBeIsLeftAlone() throws IOException {
        write("en");
        FileTime longAgo = FileTime.fromMillis(1_000);
        Path same = home.templates().resolve("customers.update.csv");
        Path changed = home.templates().resolve("customers.delete.csv");
        Files.writeString(changed, "something else");
        Files.setLastModifiedTime(same, longAgo);
        Files.setLastModifiedTime(changed, longAgo);

        write("en");

        assertThat(Files.getLastModifiedTime(same)).isEqualTo(longAgo);
        assertThat(template("customers.delete")).isEqualTo(MARK + "name\r\n");
    }

    @Test
    void severalInstancesMayStartAtOnce() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> starts = Collections.nCopies(20, () -> {
                home.create(List.of("customers.update"));
                Files.deleteIfExists(home.templates().resolve("customers.update.csv"));
                write("en");
                return null;
            });
            for (Future<Void> start : instances.invokeAll(starts)) {
                start.get();
            }
        } finally {
            instances.shutdownNow();
        }
        assertThat(template("customers.update")).startsWith(MARK + "name,");
    }

    private void write(String language) throws IOException {
        List<Operation> operations = OPERATIONS.writes();
        new HelpFiles(home, language).write(operations);
    }

    private String template(String operation) throws IOException {
        return Files.readString(home.templates().resolve(operation + ".csv"));
    }
}
