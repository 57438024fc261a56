package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    private Path folder;

    @Test
    void anotherProcessThatIsGoneWorksNoMore() {
        Worker worker = new Worker(folder, false, Duration.ZERO, TEXTS);

        assertThatThrownBy(worker::check)
                .isInstanceOf(IOException.class)
                .hasMessage("The program that worked the file has ended."
                        + " Nothing is lost: the next run or import goes on where it stopped.");
    }

    @Test
    void anotherProcessMayBeRestarted() {
        Worker worker = new Worker(folder, false, Duration.ofMinutes(1), TEXTS);

        assertThatCode(worker::check).doesNotThrowAnyException();
    }

    @Test
    void thisProcessIsAlwaysThere() {
        Worker worker = new Worker(folder, true, Duration.ZERO, TEXTS);

        assertThatCode(worker::check).doesNotThrowAnyException();
    }
}
