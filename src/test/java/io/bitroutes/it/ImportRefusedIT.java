package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import cannot do, and what it only tells. There is no server at all. */
class ImportRefusedIT {
    private static final String KNOWN = "customers.replace, customers.update, customers.delete, product.create,"
            + " product.replace, product.update, product.delete, datas.upsert, datas.update, datas.delete";

    @TempDir
    private Path folder;

    private Path scratch;
    private Launch launch;
    private Path good;

    @BeforeEach
    void make() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        launch = Launch.in(folder).with("BITKEY", "key").withJvmOption("-Djava.io.tmpdir=" + scratch);
        good = Files.writeString(folder.resolve("good.csv"), "name,city\nA,x\nB,y\n");
    }

    @Test
    void unknownOperation() throws IOException {
        assertRefused(
                "no operation 'customers.updat' (did you mean 'customers.update'?); known: " + KNOWN,
                "customers.updat",
                good.toString());
        assertRefused("no operation 'customers.list'; known: " + KNOWN, "customers.list", good.toString(), "--dry-run");
    }

    @Test
    void operationWithoutAnInbox() throws IOException {
        assertRefused(
                "data.delete has no inbox; name it in bitanswer.inbox.operations", "data.delete", good.toString());
    }

    @Test
    void fileThatIsNotThere() throws IOException {
        Path absent = folder.resolve("absent.csv");

        assertRefused(absent + " is not there, or is no file", UPDATE, absent.toString());
        assertRefused(folder + " is not there, or is no file", UPDATE, folder.toString());
    }

    @Test
    void nameThatNoInboxTakes() throws IOException {
        Path workbook = Files.writeString(folder.resolve("customers.xlsx"), "x");

        assertRefused(
                "customers.xlsx: an inbox takes *.csv, *.txt, *.json and *.jsonl, also with .gz,"
                        + " but no temporary files and no reports",
                UPDATE,
                workbook.toString());
    }

    @Test
    void badConfiguration() throws IOException {
        try (Program imported = launch.with("CONCURRENCY", "many").spawn("import", UPDATE, good.toString())) {
            assertThat(imported.exitCode()).isEqualTo(2);
            assertThat(imported.errors()).startsWith("bitanswer.concurrency is 'many'");
        }
    }

    @Test
    void dryRunOfAGoodFile() throws IOException {
        try (Program imported = launch.spawn("import", UPDATE, good.toString(), "--dry-run")) {
            assertThat(imported.exitCode()).isZero();
            assertThat(imported.output())
                    .contains("nothing was sent", "Good       2\n", "Bad        0\n", "Batches    1\n");
        }
        assertNothingLeftBehind();
    }

    @Test
    void dryRunOfAPartlyBadFile() throws IOException {
        Path part = Files.writeString(folder.resolve("part.csv"), "name,city\nA,x\n,y\n,z\n");

        try (Program imported = launch.spawn("import", "--dry-run", UPDATE, part.toString())) {
            assertThat(imported.exitCode()).isEqualTo(1);
            assertThat(imported.output())
                    .contains("Bad        2\n")
                    .endsWith("row 3: 'name' is empty, but required\nrow 4: 'name' is empty, but required\n");
        }
        assertNothingLeftBehind();
    }

    @Test
    void dryRunOfABrokenFile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "name,city\nA,\"x\n");

        try (Program imported = launch.spawn("import", UPDATE, broken.toString(), "--dry-run")) {
            assertThat(imported.exitCode()).isEqualTo(2);
            assertThat(imported.output()).contains("would be refused whole", "Where           row 2\n");
        }
        assertNothingLeftBehind();
    }

    private void assertRefused(String why, String... arguments) throws IOException {
        String[] command =
                Stream.concat(Stream.of("import"), Stream.of(arguments)).toArray(String[]::new);
        try (Program imported = launch.spawn(command)) {
            assertThat(imported.exitCode()).isEqualTo(2);
            assertThat(imported.output()).isEmpty();
            assertThat(imported.errors()).isEqualTo(why + "\n");
        }
        assertNothingLeftBehind();
    }

    private void assertNothingLeftBehind() throws IOException {
        assertThat(launch.home().root()).doesNotExist();
        try (Stream<Path> files = Files.list(scratch)) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).toList();
            assertThat(names).noneMatch(name -> name.startsWith("bitanswer"));
        }
    }
}
