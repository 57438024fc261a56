package io.bitroutes.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Takes single records out of a body, letter by letter and byte by byte. */
final class Originals {
    private final Content content;
    private final FileFormat format;
    private final Charset charset;
    private final Wording wording;

    Originals(Content content, FileFormat format, Wording wording) {
        this.content = content;
        this.format = format;
        this.charset = Charset.forName(format.charset());
        this.wording = wording;
    }

    /** Those of these numbers, which ascend. */
    List<byte[]> of(List<Long> numbers) throws IOException, BrokenFileException {
        return switch (format.kind()) {
            case CSV -> rows(numbers);
            case JSON -> objects(numbers);
        };
    }

    private List<byte[]> objects(List<Long> numbers) throws IOException {
        List<byte[]> found = new ArrayList<>();
        TextWindow window = new TextWindow(text());
        try (JsonRecords records = new JsonRecords(window, JsonFiles.shape(content, charset), wording)) {
            for (long number : numbers) {
                found.add(behindMark(ReturnedJson.text(number, records, window).getBytes(charset)));
            }
        }
        return found;
    }

    private List<byte[]> rows(List<Long> numbers) throws IOException, BrokenFileException {
        List<byte[]> found = new ArrayList<>();
        char delimiter = format.delimiter().charAt(0);
        try (CsvRecords records = new CsvRecords(text(), delimiter, wording);
                RawLines lines = new RawLines(content.open(), charset)) {
            CsvSpans spans = new CsvSpans(records, lines);
            spans.nextFilled();
            byte[] header = spans.bytes();
            for (long number : numbers) {
                spans.moveTo(number);
                found.add(behindMark(header, spans.bytes()));
            }
        }
        return found;
    }

    private Reader text() throws IOException {
        return new StrictReader(content.open(), charset, content);
    }

    private byte[] behindMark(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (format.byteOrderMark()) {
            whole.writeBytes(ByteOrderMark.of(charset).orElseThrow().bytes());
        }
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
