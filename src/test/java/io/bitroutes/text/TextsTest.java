package io.bitroutes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How the code must name texts, so that this test can find them: {@code texts.of("key", ...)} on a variable or method,
 * whose key must exist; or the key as one whole literal; or put together of a literal that ends with a dot
 * ({@code "record.bad."}), the rest as a literal ({@code "ragged"}), and perhaps an ending ({@code ".expected"}).
 */
class TextsTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    /** A call on something that is no type, or on a language's texts: List.of, Set.of and their like are not meant. */
    private static final Pattern ASKED =
            Pattern.compile("(?:\\b[a-z]\\w*(?:\\(\\))?|Texts\\.in\\([^()]*(?:\\([^()]*\\))?[^()]*\\))"
                    + "\\s*\\.of\\(\\s*\"([^\"]+)\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    private final Properties english = bundle("messages.properties");
    private final Properties chinese = bundle("messages_zh.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String file : List.of("messages.properties", "messages_zh.properties")) {
            List<String> keys = text(file)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void everyPatternIsWellFormed() {
        Stream.of(english, chinese)
                .forEach(bundle -> bundle.forEach((key, pattern) -> {
                    assertThat(new MessageFormat((String) pattern).toPattern())
                            .as("%s", key)
                            .isNotEmpty();
                    assertThat(((String) pattern).replace("''", ""))
                            .as("%s", key)
                            .doesNotContain("'");
                }));
    }

    @Test
    void everyKeyTheCodeAsksForIsThere() {
        Set<String> asked = sources().stream()
                .flatMap(source -> ASKED.matcher(source).results())
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(asked).isNotEmpty();
        assertThat(asked).filteredOn(key -> !english.containsKey(key)).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        String code = String.join("\n", sources());

        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !isUsed(key, code))
                .isEmpty();
    }

    @Test
    void argumentsAreFilledInAsPlainText() {
        assertThat(Texts.in("en").of("did-you-mean", 1_000_000)).isEqualTo(" (did you mean '1000000'?)");
        assertThat(Texts.in("zh").of("did-you-mean", "{0}")).isEqualTo("（是不是想写“{0}”？）");
    }

    @Test
    void otherLanguagesAreEnglish() {
        assertThat(Texts.in("de").of("did-you-mean", "x")).isEqualTo(" (did you mean 'x'?)");
    }

    @Test
    void unknownKey() {
        assertThatThrownBy(() -> Texts.in("en").of("no-such-key")).isInstanceOf(MissingResourceException.class);
    }

    private static boolean isUsed(String key, String code) {
        return isLiteral(key, code)
                || dots(key)
                        .anyMatch(dot ->
                                isLiteral(key.substring(0, dot + 1), code) && isRest(key.substring(dot + 1), code));
    }

    /** Literals of their own: the rest, or the rest and an ending that begins with a dot. */
    private static boolean isRest(String rest, String code) {
        return isLiteral(rest, code)
                || dots(rest)
                        .anyMatch(
                                dot -> isLiteral(rest.substring(0, dot), code) && isLiteral(rest.substring(dot), code));
    }

    private static boolean isLiteral(String text, String code) {
        return code.contains('"' + text + '"');
    }

    private static Stream<Integer> dots(String text) {
        return Stream.iterate(text.indexOf('.'), dot -> dot >= 0, dot -> text.indexOf('.', dot + 1));
    }

    private static Set<Integer> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text(file)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
