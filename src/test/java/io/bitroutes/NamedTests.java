package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tests that a document or a table names: {@code SomeTest} or {@code SomeIT#aMethod}. */
public final class NamedTests {
    private static final Path TESTS = Path.of("src", "test", "java");

    private NamedTests() {}

    public static void assertThere(String named) {
        String[] parts = named.split("#", 2);
        String method = parts.length == 1 ? "class " + parts[0] : " " + parts[1] + "(";

        assertThat(sourceOf(parts[0])).as(named).contains(method);
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
