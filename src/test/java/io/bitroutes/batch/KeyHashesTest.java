package io.bitroutes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyHashesTest {
    @Test
    void whatIsThereIsNeverDenied() {
        KeyHashes hashes = new KeyHashes();
        int[] names = hashesOf(10_000);

        for (int name : names) {
            hashes.add(name);
            assertThat(hashes.contains(name)).isTrue();
        }
        assertThat(IntStream.of(names).allMatch(hashes::contains)).isTrue();
    }

    @Test
    void whatIsNotThereIsHardlyEverTakenForWhatIs() {
        KeyHashes hashes = new KeyHashes();
        IntStream.of(hashesOf(1000)).forEach(hashes::add);

        assertThat(IntStream.range(0, 100_000)
                        .filter(index -> hashes.contains(KeyHashes.hash("S", "other " + index)))
                        .count())
                .isLessThan(10);
    }

    @Test
    void namesOfTwoChineseCharactersDoNotLookAlike() {
        Set<Integer> hashes = new HashSet<>();
        for (int first = 0; first < 100; first++) {
            for (int second = 0; second < 100; second++) {
                hashes.add(KeyHashes.hash("", "" + (char) ('一' + first) + (char) ('一' + second)));
            }
        }

        assertThat(hashes).hasSizeGreaterThan(9_990);
    }

    @Test
    void theSameNameElsewhereIsAnother() {
        assertThat(KeyHashes.hash("A", "x")).isNotEqualTo(KeyHashes.hash("B", "x"));
        assertThat(KeyHashes.hash("", "x")).isEqualTo(KeyHashes.hash("", "x"));
    }

    private static int[] hashesOf(int names) {
        return IntStream.range(0, names)
                .map(index -> KeyHashes.hash("S", "name " + index))
                .toArray();
    }
}
