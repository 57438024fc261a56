package io.bitroutes.record;

import io.bitroutes.api.Operation;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Opens files of records, and writes the rows that go back to their sender. Immutable and safe for threads; what it
 * opens is not.
 */
public final class RecordFiles {
    private final ReadingRules rules;
    private final Wording wording;
    private final JsonFiles jsonFiles;

    public RecordFiles(ReadingRules rules, Texts texts) {
        this(rules, new Wording(texts, false));
    }

    private RecordFiles(ReadingRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
        this.jsonFiles = new JsonFiles(rules, wording);
    }

    /**
     * Opens a file of records: CSV or JSON, compressed or not, in the charset it is found to have.
     *
     * <p>Blank lines are no records, but they count in row numbers, as they do in Excel.
     *
     * @param file where it is
     * @param name its original name, which tells CSV from JSON where the content leaves it open
     * @param operation what the records are for
     * @return a reader to be closed by the caller
     * @throws BrokenFileException if it cannot be taken at all
     * @throws IOException if it cannot be read
     */
    public RecordReader open(Path file, String name, Operation operation) throws IOException, BrokenFileException {
        try {
            return open(Content.of(file), name, operation);
        } catch (DamagedGzipException e) {
            throw wording.translated(e, 0);
        }
    }

    /**
     * Opens the body of a message, which is read as a file without a name is.
     *
     * @param body nobody changes it
     * @return a reader to be closed by the caller
     * @throws BrokenFileException if it cannot be taken at all
     */
    public RecordReader open(byte[] body, Operation operation) throws BrokenFileException {
        try {
            return open(Content.of(body), "", operation);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /**
     * Opens the text of a message. Most are one short object: nothing has to be found out about those.
     *
     * @return a reader to be closed by the caller
     * @throws BrokenFileException if it cannot be taken at all
     * @throws CharacterCodingException if it holds half a character
     */
    public RecordReader open(String text, Operation operation) throws IOException, BrokenFileException {
        if (JsonShape.isPlainObject(text) && isWithoutSurrogates(text)) {
            return jsonFiles.open(text, operation);
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return open(bytes, operation);
    }

    private static boolean isWithoutSurrogates(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private RecordReader open(Content content, String name, Operation operation)
            throws IOException, BrokenFileException {
        return switch (new FileKinds(rules, wording).kind(content, name)) {
            case CSV -> new CsvFiles(rules, wording).open(content, operation);
            case JSON -> jsonFiles.open(content, operation);
        };
    }

    /** Memory does not fail: it is the body's own fault. */
    private BrokenFileException inMemory(IOException failure) {
        try {
            return wording.translated(failure, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Records of a message, each alone and exactly as it was: a JSON record as its text, a CSV row below its header.
     *
     * @param body the body as it came
     * @param format how it is written, from the reader that read it
     * @param numbers which records, by ascending number
     */
    public List<byte[]> originals(byte[] body, FileFormat format, List<Long> numbers) {
        try {
            return new Originals(Content.of(body), format, wording).of(numbers);
        } catch (IOException | BrokenFileException e) {
            throw new IllegalStateException("the body is not the one that was read: " + e.getMessage(), e);
        }
    }

    /** The same, for messages: what is wrong is said of a message, not of a file. */
    public RecordFiles forMessages() {
        return new RecordFiles(rules, new Wording(wording.texts(), true));
    }

    /** The same, for texts, which have no charset of their own: what is configured for files does not hold. */
    public RecordFiles forTexts() {
        return new RecordFiles(
                new ReadingRules(
                        Optional.of(StandardCharsets.UTF_8.name()),
                        rules.delimiter(),
                        rules.clearToken(),
                        rules.resetMissing(),
                        rules.excelCheck(),
                        rules.aliases()),
                wording);
    }

    /**
     * Writes the header and those rows of a file that go back, each exactly as it was, behind the five columns that
     * say why; JSON records become lines with five members more. What it writes can be dropped again. Does not close
     * the target.
     *
     * @param original the file as it came
     * @param format how it is written, from the reader that read it
     * @param rows what to say about which row, by ascending row number
     * @throws IOException if a row is not there, or reading or writing fails
     */
    public void copyReturned(Path original, FileFormat format, Iterator<ReturnedRow> rows, OutputStream target)
            throws IOException {
        Content content = Content.of(original);
        switch (format.kind()) {
            case CSV -> new ReturnedCsv(content, format, wording).copy(rows, target);
            case JSON -> new ReturnedJson(content, format, wording).copy(rows, target);
        }
    }

    /**
     * The same for a file that is lost: what is said about its rows, without them. Does not close the target.
     *
     * @param kind of the file that is lost
     */
    public void writeReasons(FileFormat.Kind kind, Iterator<ReturnedRow> rows, OutputStream target) throws IOException {
        new ReturnedReasons(kind).copy(rows, target);
    }
}
