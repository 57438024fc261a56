package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "configuration.md");
    private static final Pattern COLUMN = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern BLOCK = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
    private static final List<String> ONE_OF_THE_TWO = List.of("bitanswer.bitkey", "bitanswer.bitkey-file");

    private record Line(String key, String type, String fallback, String required, String example, String meaning) {
        static Line of(String row) {
            List<String> cells =
                    Arrays.stream(COLUMN.split(row)).map(String::strip).toList();
            return new Line(
                    unquoted(cells.get(1)),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    unquoted(cells.get(5)),
                    cells.get(6));
        }

        private static String unquoted(String cell) {
            return cell.replace("`", "");
        }
    }

    @Test
    void namesEveryKeyInTheOrderOfTheCode() throws IOException {
        assertThat(lines().map(Line::key).filter(key -> !key.equals(Keys.ALIASES + "<header>")))
                .containsExactlyElementsOf(Keys.ALL.stream().map(Key::full).toList());
        assertThat(lines().map(Line::key)).contains(Keys.ALIASES + "<header>");
    }

    @Test
    void saysTypeAndDefaultOfEveryKey() throws IOException {
        for (Key<?> key : Keys.ALL) {
            Line line = line(key);
            assertThat(line.type()).as(key.full()).isEqualTo(key.kind().type());
            assertThat(line.fallback()).as(key.full()).isEqualTo(key.documented());
        }
    }

    @Test
    void onlyTheKeyOfTheApiIsRequired() throws IOException {
        assertThat(lines()).allSatisfy(line -> assertThat(line.required())
                .as(line.key())
                .isEqualTo(ONE_OF_THE_TWO.contains(line.key()) ? "one of the two" : "no"));
    }

    @Test
    void everyExampleFitsAndEveryMeaningIsThere() throws IOException {
        for (Key<?> key : Keys.ALL) {
            Line line = line(key);
            assertThat(key.kind().parse().apply(line.example())).as(key.full()).isPresent();
            assertThat(line.meaning()).as(key.full()).isNotEmpty();
        }
    }

    @Test
    void sampleFilesAreAccepted(@TempDir Path folder) throws Exception {
        Matcher blocks = BLOCK.matcher(Files.readString(DOCUMENT));
        assertThat(blocks.find()).isTrue();
        String common = blocks.group(1);
        assertThat(blocks.find()).isTrue();
        Files.writeString(folder.resolve("application.properties"), common + blocks.group(1));

        Settings settings = Settings.from(ConfigSources.of(Map.of(), new Properties(), Optional.of(folder)));

        assertThat(settings.api().key().value()).isEqualTo("your-key");
        assertThat(settings.csv().aliases())
                .containsEntry("公司名称", "name")
                .containsEntry("Phone number", "officeNumber");
    }

    private static Line line(Key<?> key) throws IOException {
        return lines().filter(line -> line.key().equals(key.full())).findFirst().orElseThrow();
    }

    private static Stream<Line> lines() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `" + Key.PREFIX))
                .map(Line::of);
    }
}
