package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final String PLACE = "org.sqlite.tmpdir";

    private final String before = System.getProperty(PLACE);

    @TempDir
    Path folder;

    @BeforeEach
    void nobodyHasSetAPlace() {
        System.clearProperty(PLACE);
    }

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(PLACE);
        } else {
            System.setProperty(PLACE, before);
        }
    }

    @Test
    void whatKilledProcessesLeftGoes() throws IOException {
        Files.createFile(folder.resolve("left-over.so"));

        NativeLibrary.unpackInto(folder);

        assertThat(folder).isEmptyDirectory();
        assertThat(System.getProperty(PLACE)).isEqualTo(folder.toString());
    }

    @Test
    void aPlaceThatAnOperatorHasSetStays() throws IOException {
        System.setProperty(PLACE, "/elsewhere");

        NativeLibrary.unpackInto(folder.resolve("native"));

        assertThat(System.getProperty(PLACE)).isEqualTo("/elsewhere");
        assertThat(folder).isEmptyDirectory();
    }
}
