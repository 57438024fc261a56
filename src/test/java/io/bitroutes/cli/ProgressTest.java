package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Texts texts = Texts.in("en");

    @Test
    void linesForALogComeWithEachTenth() {
        Progress progress = new ProgressLines(out, texts);

        progress.at(5, 1000);
        progress.at(120, 1000);
        progress.at(130, 1000);
        progress.at(1000, 1000);
        progress.end();

        assertThat(printed()).isEqualTo("120 of 1000 rows\n1000 of 1000 rows\n");
    }

    @Test
    void barIsWrittenOverAndOver() {
        Progress progress = new ProgressBar(out, texts);

        progress.at(0, 300);
        progress.at(0, 300);
        progress.say("waiting");
        progress.at(150, 300);
        progress.end();

        String empty = "\r[" + "-".repeat(30) + "] 0%  0 of 300 rows";
        assertThat(printed())
                .isEqualTo(empty + "\r\u001B[2Kwaiting\n" + empty + "\r[" + "#".repeat(15) + "-".repeat(15)
                        + "] 50%  150 of 300 rows\n");
    }

    @Test
    void fileWithoutRowsIsDone() {
        new ProgressBar(out, texts).at(0, 0);
        new ProgressLines(out, texts).at(0, 0);

        assertThat(printed()).isEqualTo("\r[" + "#".repeat(30) + "] 100%  0 of 0 rows0 of 0 rows\n");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
