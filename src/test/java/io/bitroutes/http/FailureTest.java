package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.config.BitKey;
import io.bitroutes.config.BitKeyException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {

    @Test
    void whatBrokeAfterConnectingMayHaveArrived() {
        for (Exception broken :
                List.of(new SocketTimeoutException("late"), new SocketException("reset"), new IOException("cut off"))) {
            assertThat(Failure.answer(broken, "summary")).isEqualTo(new Answer.Missing("summary", true));
        }
    }

    @Test
    void whatNeverConnectedHasNotArrived() {
        for (Exception unconnected : List.of(new ConnectException("refused"), new UnknownHostException("nowhere"))) {
            assertThat(Failure.answer(unconnected, "summary")).isEqualTo(new Answer.Missing("summary", false));
        }
    }

    @Test
    void waitingInVainForAConnectionOfThePoolIsNoTry() {
        assertThat(Failure.answer(new InterruptedIOException("none free"), "summary"))
                .isEqualTo(new Answer.NotSent("summary", false));
    }

    @Test
    void aKeyFileThatIsGoneIsSaid(@TempDir Path folder) {
        BitKey key = BitKey.inFile(folder.resolve("key"), Texts.in("en"));

        Answer answer = Failure.answer(failureOf(key), "summary");

        assertThat(answer).isEqualTo(new Answer.NotSent("key file " + folder.resolve("key") + " does not exist", true));
    }

    private static Exception failureOf(BitKey key) {
        try {
            return new IllegalStateException(key.value());
        } catch (BitKeyException e) {
            return e;
        }
    }
}
