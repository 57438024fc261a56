package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitKeyTest {

    @TempDir
    private Path folder;

    private Path file;
    private BitKey key;

    @BeforeEach
    void inFile() {
        file = folder.resolve("key");
        key = BitKey.inFile(file, Texts.in("en"));
    }

    @Test
    void lineEndIsNotPartOfTheKey() throws IOException {
        Files.writeString(file, "secret\r\n");

        assertThat(key.value()).isEqualTo("secret");
    }

    @Test
    void readAgainWhenTheSizeChanges() throws IOException {
        Files.writeString(file, "secret");
        FileTime time = Files.getLastModifiedTime(file);
        assertThat(key.value()).isEqualTo("secret");

        Files.writeString(file, "another");
        Files.setLastModifiedTime(file, time);

        assertThat(key.value()).isEqualTo("another");
    }

    @Test
    void readAgainWhenTheTimeChanges() throws IOException {
        Files.writeString(file, "secret");
        assertThat(key.value()).isEqualTo("secret");

        Files.writeString(file, "SECRET");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertThat(key.value()).isEqualTo("SECRET");
    }

    @Test
    void missingFile() {
        assertThatThrownBy(key::value)
                .isInstanceOf(BitKeyException.class)
                .hasMessage("key file " + file + " does not exist")
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void unreadableFile() {
        BitKey ofFolder = BitKey.inFile(folder, Texts.in("en"));

        assertThatThrownBy(ofFolder::value)
                .isInstanceOf(BitKeyException.class)
                .hasMessage("key file " + folder + " cannot be read: java.io.IOException: Is a directory");
    }

    @Test
    void emptyFile() throws IOException {
        Files.writeString(file, " \n");

        assertThatThrownBy(key::value)
                .isInstanceOf(BitKeyException.class)
                .hasMessage("key file " + file + " is empty; expected the key alone");
    }

    @Test
    void fileWithMoreThanAKey() throws IOException {
        Files.writeString(file, "secret\nsecret\n");

        assertThatThrownBy(key::value)
                .isInstanceOf(BitKeyException.class)
                .hasMessage("key file " + file + " holds characters that a key cannot have;"
                        + " expected visible ASCII characters on one line");
    }

    @Test
    void comesBackWithTheFile() throws IOException {
        assertThatThrownBy(key::value).isInstanceOf(BitKeyException.class);
        Files.writeString(file, "secret");

        assertThat(key.value()).isEqualTo("secret");
    }

    @Test
    void fixedText() {
        assertThat(BitKey.of("secret").value()).isEqualTo("secret");
        assertThatThrownBy(() -> BitKey.of("se\ncret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key of visible ASCII characters is needed");
    }

    @Test
    void neverShown() throws IOException {
        Files.writeString(file, "secret");
        key.value();

        assertThat(key).hasToString("BitKey[hidden]");
        assertThat(BitKey.of("secret")).hasToString("BitKey[hidden]");
    }
}
