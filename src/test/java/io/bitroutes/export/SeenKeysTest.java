package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final int MANY = 300_000;

    private final SeenKeys seen = new SeenKeys();

    @Test
    void aKeyIsNewOnce() {
        assertThat(seen.contains(key("a"))).isFalse();
        assertThat(seen.add(key("a"))).isTrue();
        assertThat(seen.contains(key("a"))).isTrue();
        assertThat(seen.add(key("a"))).isFalse();
    }

    @Test
    void keysThatLookAlikeAreNotTheSame() {
        String[] keys = {"", "\0", "\0\0", "a", "A", "ab", "ba", "aa", "aaa", " a", "ａ", "😀", "😁", "1", "01", "10"};
        for (String key : keys) {
            assertThat(seen.add(key(key))).as(key).isTrue();
        }
        for (String key : keys) {
            assertThat(seen.add(key(key))).as(key).isFalse();
        }
    }

    @Test
    void allOfManyAreKept() {
        for (int number = 0; number < MANY; number++) {
            assertThat(seen.add(key("客户 " + number))).isTrue();
        }
        for (int number = 0; number < MANY; number++) {
            assertThat(seen.contains(key("客户 " + number))).isTrue();
            assertThat(seen.contains(key("客户" + number))).isFalse();
        }
    }

    private static long key(String text) {
        return SeenKeys.key(text.toCharArray(), 0, text.length());
    }
}
