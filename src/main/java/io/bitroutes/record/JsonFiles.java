package io.bitroutes.record;

import io.bitroutes.api.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens JSON files; safe for threads. They are UTF-8 unless a byte order mark says otherwise, as their standard has it. */
final class JsonFiles {
    private final ReadingRules rules;
    private final Wording wording;
    private final Map<String, JsonRecordCheck> checks = new ConcurrentHashMap<>();

    JsonFiles(ReadingRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    RecordReader open(Content content, Operation operation) throws IOException, BrokenFileException {
        Charset charset = content.mark().map(ByteOrderMark::charset).orElse(StandardCharsets.UTF_8);
        JsonShape shape = shape(content, charset);
        JsonRecordCheck check = check(operation);
        DigestedBytes file = content.digested();
        try {
            Reader text = new StrictReader(content.open(file), charset, content);
            return new JsonRecordReader(new JsonRecords(text, shape, wording), check, format(content, charset), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Records that stand one after the other; the text has no digest. */
    RecordReader open(String text, Operation operation) throws IOException {
        JsonRecords records = new JsonRecords(new StringReader(text), JsonShape.SEQUENCE, wording);
        FileFormat format = new FileFormat(
                FileFormat.Kind.JSON, StandardCharsets.UTF_8.name(), false, "", LineEnds.first(text), false);
        return new JsonRecordReader(
                records, check(operation), format, DigestedBytes.without(InputStream.nullInputStream()));
    }

    private JsonRecordCheck check(Operation operation) {
        return checks.computeIfAbsent(
                operation.id(),
                first -> new JsonRecordCheck(operation, new FieldNames(operation, rules.aliases()), wording));
    }

    static JsonShape shape(Content content, Charset charset) throws IOException {
        if (content.isShort() && JsonShape.isPlainObject(new String(content.head(), charset))) {
            return JsonShape.SEQUENCE;
        }
        try (Reader text = new StrictReader(content.open(), charset, content)) {
            return JsonShape.of(text);
        }
    }

    private static FileFormat format(Content content, Charset charset) {
        return new FileFormat(
                FileFormat.Kind.JSON,
                charset.name(),
                content.mark().isPresent(),
                "",
                LineEnds.first(new String(content.head(), charset)),
                content.gzip());
    }
}
