package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

/** One export under way: a page after the other is read, brought into form and written. Not safe for threads. */
public final class Export {
    private static final int HEADER_ROW = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportOrder order;
    private final ExportTarget target;
    private final LongConsumer progress;
    private final ApiClient client;
    private final Texts texts;
    private final Iterator<Map<String, String>> places;
    private final Instant started = Instant.now();
    private final ExecutorService ahead;
    private final CharsetCheck charset;
    private RecordForm form;
    private Pages pages;
    private ExportOutput output;
    private int lastLength = 1 << 10;
    private long rows;
    private long pagesBefore;
    private long driftsBefore;

    /** @param ahead one thread, in which pages are read while others are written */
    Export(
            ExportOrder order,
            ExportTarget target,
            LongConsumer progress,
            ApiClient client,
            ExecutorService ahead,
            Texts texts) {
        this.order = order;
        this.target = target;
        this.progress = progress;
        this.client = client;
        this.ahead = ahead;
        this.texts = texts;
        this.places = order.places().iterator();
        this.charset = CharsetCheck.of(order.form().charset());
        nextPlace();
    }

    /** The form of the file. */
    public ExportFormat format() {
        return order.form().format();
    }

    /** The name of the charset of the file. */
    public String charset() {
        return order.form().charset().charset().name();
    }

    /** Whether there is a page left to read. */
    public boolean more() {
        return pages.more() || places.hasNext();
    }

    List<JsonNode> read() throws ExportException {
        if (!pages.more()) {
            nextPlace();
        }
        return pages.next();
    }

    /** The header stands above the first page, also when that page is empty. */
    List<CsvRow> cells(List<JsonNode> page) throws ExportException {
        List<List<String>> cells = new ArrayList<>(page.size() + 1);
        if (output == null) {
            cells.add(RecordForm.titles(order.columns()));
        }
        page.forEach(item -> cells.add(form.cells(item)));
        check(cells, output == null ? HEADER_ROW : rows + HEADER_ROW + 1);
        rows += page.size();
        return cells.stream().map(CsvRow::new).toList();
    }

    private void check(List<List<String>> cells, long first) throws ExportException {
        if (charset.holdsAll()) {
            return;
        }
        for (int index = 0; index < cells.size(); index++) {
            List<String> row = cells.get(index);
            for (int column = 0; column < row.size(); column++) {
                charset.check(
                        row.get(column),
                        first + index,
                        order.columns().get(column).title(),
                        texts);
            }
        }
    }

    byte[] json(List<JsonNode> page) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(lastLength);
        try (JsonGenerator json = JSON.createGenerator(content)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            for (JsonNode item : page) {
                json.writeRaw(format().before(rows == 0));
                form.write(item, json);
                json.writeRaw(format().after());
                rows++;
            }
        }
        lastLength = Math.max(lastLength, content.size());
        return content.toByteArray();
    }

    void write(byte[] content) throws ExportException {
        try {
            if (output == null) {
                output = new ExportOutput(target.stream(), order.form().gzip());
                output.write(order.form().head());
            }
            output.write(content);
        } catch (IOException e) {
            throw unwritable(e);
        }
        progress.accept(rows);
    }

    void publish() throws ExportException {
        try {
            output.write(bytes(format().tail()));
            output.finish();
            target.publish();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ExportException unwritable(IOException failure) {
        return new ExportException(texts.of("export.to.unwritable", target.name(), failure), failure);
    }

    ExportSummary summary() {
        return new ExportSummary(
                rows,
                pagesBefore + pages.read(),
                driftsBefore + pages.drifts(),
                output.sha256(),
                output.bytes(),
                started,
                Instant.now());
    }

    private void nextPlace() {
        if (pages != null) {
            pagesBefore += pages.read();
            driftsBefore += pages.drifts();
        }
        Map<String, String> place = places.next();
        form = new RecordForm(order.columns(), place);
        ApiPages source = new ApiPages(client, order.operation(), place, order.query(), texts);
        pages = new Pages(
                new PagesAhead(source, ahead),
                order.operation().limit(),
                order.operation().keyField(),
                texts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
