package io.bitroutes.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Iterator;

/** Copies records of a JSON file letter by letter, one a line, behind the members that say why. */
final class ReturnedJson {
    private final Content content;
    private final FileFormat format;
    private final Charset charset;
    private final Wording wording;

    ReturnedJson(Content content, FileFormat format, Wording wording) {
        this.content = content;
        this.format = format;
        this.charset = Charset.forName(format.charset());
        this.wording = wording;
    }

    void copy(Iterator<ReturnedRow> rows, OutputStream target) throws IOException {
        TextWindow window = new TextWindow(new StrictReader(content.open(), charset, content));
        try (JsonRecords records = new JsonRecords(window, JsonFiles.shape(content, charset), wording)) {
            if (format.byteOrderMark()) {
                target.write(ByteOrderMark.of(charset).orElseThrow().bytes());
            }
            while (rows.hasNext()) {
                ReturnedRow row = rows.next();
                String record = text(row.row(), records, window);
                String line = ReturnedObject.line(row, record) + format.lineEnd();
                target.write(line.getBytes(charset));
            }
        }
    }

    /** The record of that number, letter by letter. */
    static String text(long number, JsonRecords records, TextWindow window) throws IOException {
        while (records.number() < number) {
            if (!records.next()) {
                throw new IOException("the file has no record " + number);
            }
            window.forgetUntil(records.begin());
            records.parser().skipChildren();
            records.parser().finishToken();
        }
        if (records.number() != number) {
            throw new IOException("record " + number + " is asked for after record " + records.number());
        }
        return window.between(records.begin(), records.end()).strip();
    }
}
