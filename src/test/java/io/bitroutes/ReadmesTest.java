package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two READMEs say the same: commands, keys, folders, links and what is shown. */
class ReadmesTest {
    private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern CHAPTER = Pattern.compile("^## ", Pattern.MULTILINE);
    private static final Set<String> CHINESE_ONLY = Set.of("inbox/使用说明.txt");

    private static String english;
    private static String chinese;

    @BeforeAll
    static void read() throws IOException {
        english = Files.readString(Path.of("README.md"));
        chinese = Files.readString(Path.of("README.zh-CN.md"));
    }

    @Test
    void showTheSameCommandsAndOutput() {
        assertThat(all(BLOCK, chinese)).isEqualTo(all(BLOCK, english));
    }

    @Test
    void nameTheSameKeysFoldersAndWords() {
        Set<String> words = new TreeSet<>(all(CODE, withoutBlocks(chinese)));
        words.removeAll(CHINESE_ONLY);
        assertThat(words).isEqualTo(new TreeSet<>(all(CODE, withoutBlocks(english))));
    }

    @Test
    void linkToTheSamePlacesAndTheseExist() {
        List<String> places = all(LINK, english).stream().skip(1).toList();
        assertThat(all(LINK, chinese).stream().skip(1).toList()).containsExactlyInAnyOrderElementsOf(places);
        assertThat(places.stream().filter(place -> !place.startsWith("https:")).map(Path::of))
                .allMatch(Files::exists);
    }

    @Test
    void haveTheSameChapters() {
        assertThat(CHAPTER.matcher(chinese).results().count())
                .isEqualTo(CHAPTER.matcher(english).results().count());
    }

    private static String withoutBlocks(String text) {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
