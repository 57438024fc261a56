package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Behind every promise there is a test, and it is still called so. */
class GuaranteesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "guarantees.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named = TEST.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group().replace("`", ""))
                .toList();

        assertThat(named).hasSizeGreaterThan(10).allSatisfy(NamedTests::assertThere);
    }

    @Test
    void everyPromiseAndAssumptionHasATest() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("---") && !line.contains("| tests |"))
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }
}
