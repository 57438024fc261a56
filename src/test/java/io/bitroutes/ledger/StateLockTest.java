package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    private Path folder;

    @Test
    void onlyOneHoldsIt() throws IOException {
        Path state = folder.resolve("state");

        try (StateLock lock = StateLock.take(state, TEXTS)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> StateLock.take(state, TEXTS))
                    .isInstanceOf(IOException.class)
                    .hasMessage(state + " is in use: another run works with this home");
        }
    }

    @Test
    void whoLetsGoLetsTheNextOneIn() throws IOException {
        StateLock.take(folder, TEXTS).close();
        StateLock.take(folder, TEXTS).close();
    }

    @Test
    void twoFoldersHaveTwoLocks() throws IOException {
        try (StateLock one = StateLock.take(folder.resolve("one"), TEXTS);
                StateLock other = StateLock.take(folder.resolve("other"), TEXTS)) {
            assertThat(one).isNotSameAs(other);
        }
    }
}
