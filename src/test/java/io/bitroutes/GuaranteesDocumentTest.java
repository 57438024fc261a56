package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Behind every promise there is a test, and it is still called so. */
class GuaranteesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "guarantees.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named = TEST.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(named).hasSizeGreaterThan(10).allSatisfy(GuaranteesDocumentTest::assertThere);
    }

    @Test
    void everyPromiseAndAssumptionHasATest() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("---") && !line.contains("| tests |"))
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    private static void assertThere(String named) {
        Matcher parts = TEST.matcher(named);
        assertThat(parts.matches()).isTrue();
        String method = parts.group(2) == null ? "class " + parts.group(1) : " " + parts.group(2) + "(";

        assertThat(sourceOf(parts.group(1))).as(named).contains(method);
    }

    private static String sourceOf(String test) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path source = files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no test " + test));
            return Files.readString(source);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
