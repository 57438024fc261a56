package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.record.RecordReader;
import io.bitroutes.record.Row;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the records of messages, as those of files are read, and takes single ones out again. Safe for threads. */
final class MessageRecords {
    private final RecordFiles files;
    private final RecordFiles textFiles;
    private final Texts texts;

    MessageRecords(RecordFiles files, Texts texts) {
        this.files = files.forMessages();
        this.textFiles = this.files.forTexts();
        this.texts = texts;
    }

    /** All of its records, or none of them and why. */
    TakenMessage read(BusMessage message, Operation operation) {
        if (message.body() instanceof BusMessage.Unread unread) {
            return TakenMessage.unreadable(
                    message, unread.isEmpty() ? texts.of("bus.body.none") : texts.of("bus.body.unread", unread.kind()));
        }
        try (RecordReader reader = open(message.body(), operation)) {
            return TakenMessage.of(message, rows(reader), reader.format());
        } catch (CharacterCodingException e) {
            return TakenMessage.unreadable(message, texts.of("bus.body.half-character"));
        } catch (BrokenFileException e) {
            return TakenMessage.unreadable(message, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordReader open(BusMessage.Body body, Operation operation) throws IOException, BrokenFileException {
        return body instanceof BusMessage.Bytes bytes
                ? files.open(bytes.bytes(), operation)
                : textFiles.open(((BusMessage.Text) body).text(), operation);
    }

    private static List<Row> rows(RecordReader reader) throws IOException, BrokenFileException {
        List<Row> rows = new ArrayList<>(1);
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    /** Those of its records that were not confirmed, as they came. */
    List<BusMessage.Body> originals(TakenMessage taken) {
        BusMessage.Body body = taken.message().body();
        if (taken.size() == 1) {
            return List.of(body);
        }
        List<Long> numbers = taken.rejected().stream().map(taken::number).toList();
        try {
            return filesFor(body).originals(bytes(body), taken.format(), numbers).stream()
                    .map(bytes -> like(body, bytes))
                    .toList();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordFiles filesFor(BusMessage.Body body) {
        return body instanceof BusMessage.Text ? textFiles : files;
    }

    /** A text never holds anything but characters, so it is one again. */
    private static BusMessage.Body like(BusMessage.Body body, byte[] bytes) {
        return body instanceof BusMessage.Text
                ? new BusMessage.Text(new String(bytes, StandardCharsets.UTF_8))
                : new BusMessage.Bytes(bytes);
    }

    private static byte[] bytes(BusMessage.Body body) throws CharacterCodingException {
        if (body instanceof BusMessage.Bytes bytes) {
            return bytes.bytes();
        }
        ByteBuffer encoded =
                StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(((BusMessage.Text) body).text()));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
