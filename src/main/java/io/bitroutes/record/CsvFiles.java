package io.bitroutes.record;

import io.bitroutes.api.Operation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;

/** Opens CSV files. */
final class CsvFiles {
    private final ReadingRules rules;
    private final Wording wording;

    CsvFiles(ReadingRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    RecordReader open(Content content, Operation operation) throws IOException, BrokenFileException {
        FieldNames names = new FieldNames(operation, rules.aliases());
        Charset charset = new CharsetFinder(content, rules, names, wording).find();
        CsvDialect dialect = CsvDialect.find(content, charset, rules.delimiter(), names, wording);
        DigestedBytes file = content.digested();
        try {
            Reader text = new StrictReader(content.open(file), charset, content);
            CsvRecords records = new CsvRecords(text, dialect.delimiter(), wording);
            Header header = new HeaderReader(operation, names, rules.resetMissing(), wording).read(first(records));
            CellCheck cells = new CellCheck(new ValueCheck(operation, wording), rules, wording);
            SwallowedRows swallowed = new SwallowedRows(dialect.delimiter(), header.width());
            CsvRowCheck check = new CsvRowCheck(operation, header, cells, swallowed, wording);
            return new CsvRecordReader(records, check, format(content, charset, dialect), file, operation, wording);
        } catch (IOException | BrokenFileException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private CsvRow first(CsvRecords records) throws IOException, BrokenFileException {
        return records.nextFilled().orElseThrow(() -> wording.broken("empty"));
    }

    private static FileFormat format(Content content, Charset charset, CsvDialect dialect) {
        return new FileFormat(
                FileFormat.Kind.CSV,
                charset.name(),
                content.mark().isPresent(),
                String.valueOf(dialect.delimiter()),
                dialect.lineEnd(),
                content.gzip());
    }
}
