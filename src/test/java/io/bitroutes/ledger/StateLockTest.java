package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
    @TempDir
    private Path folder;

    @Test
    void onlyOneHoldsIt() throws IOException {
        Path state = folder.resolve("state");

        try (StateLock lock = take(state)) {
            assertThat(lock).isNotNull();
            assertThat(StateLock.tryTake(state)).isEmpty();
        }
    }

    @Test
    void whoLetsGoLetsTheNextOneIn() throws IOException {
        take(folder).close();
        take(folder).close();
    }

    @Test
    void twoFoldersHaveTwoLocks() throws IOException {
        try (StateLock one = take(folder.resolve("one"));
                StateLock other = take(folder.resolve("other"))) {
            assertThat(one).isNotSameAs(other);
        }
    }

    private static StateLock take(Path state) throws IOException {
        return StateLock.tryTake(state).orElseThrow();
    }
}
