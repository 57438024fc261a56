package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final int MANY = 300_000;

    private final SeenKeys seen = new SeenKeys();

    @Test
    void aKeyIsNewOnce() {
        assertThat(seen.contains("a")).isFalse();
        assertThat(seen.add("a")).isTrue();
        assertThat(seen.contains("a")).isTrue();
        assertThat(seen.add("a")).isFalse();
    }

    @Test
    void keysThatLookAlikeAreNotTheSame() {
        String[] keys = {"", "\0", "\0\0", "a", "A", "ab", "ba", "aa", "aaa", " a", "ａ", "😀", "😁", "1", "01", "10"};
        for (String key : keys) {
            assertThat(seen.add(key)).as(key).isTrue();
        }
        for (String key : keys) {
            assertThat(seen.add(key)).as(key).isFalse();
        }
    }

    @Test
    void allOfManyAreKept() {
        for (int number = 0; number < MANY; number++) {
            assertThat(seen.add("客户 " + number)).isTrue();
        }
        for (int number = 0; number < MANY; number++) {
            assertThat(seen.contains("客户 " + number)).isTrue();
            assertThat(seen.contains("客户" + number)).isFalse();
        }
    }
}
