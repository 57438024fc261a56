package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

/** One export under way: a page after the other is read, brought into form and written. Not safe for threads. */
public final class Export {
    private static final int HEADER_ROW = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportOrder order;
    private final ExportTarget target;
    private final LongConsumer progress;
    private final Texts texts;
    private final Instant started = Instant.now();
    private final PagesAhead pages;
    private final CharsetCheck charset;
    private Page page;
    private ExportOutput output;
    private int pageLength = 1 << 10;
    private long rows;

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
        this.pages = new PagesAhead(new PlacePages(order, client, texts), ahead);
        this.texts = texts;
        this.charset = CharsetCheck.of(order.form().charset());
    }

    private ExportFormat format() {
        return order.form().format();
    }

    /** Whether pages are written by camel-csv; else they are brought into form here. */
    public boolean csv() {
        return format() == ExportFormat.CSV;
    }

    /** The name of the charset of the file. */
    public String charset() {
        return order.form().charset().charset().name();
    }

    /** Whether there is a page left to read. */
    boolean more() {
        return page == null || !page.last();
    }

    /** The next page, as what camel-csv is to write or as the bytes of JSON. */
    Object nextPage() throws ExportException, IOException {
        page = pages.next();
        return csv() ? csvPage() : json();
    }

    /** The header stands above the first page, also when that page is empty. */
    private CsvPage csvPage() throws ExportException {
        List<String> titles = output == null ? RecordForm.titles(order.columns()) : List.of();
        for (int column = 0; column < titles.size(); column++) {
            charset.check(titles.get(column), HEADER_ROW, titles.get(column), texts);
        }
        if (!charset.holdsAll()) {
            check();
        }
        rows += page.fresh().count();
        return new CsvPage(titles, page);
    }

    private void check() throws ExportException {
        for (int index = 0; index < page.fresh().count(); index++) {
            for (int column = 0; column < order.columns().size(); column++) {
                charset.check(
                        page.form().text(page.fresh().cells(), page.fresh().row(index), column),
                        rows + HEADER_ROW + 1 + index,
                        order.columns().get(column).title(),
                        texts);
            }
        }
    }

    private byte[] json() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(pageLength);
        try (JsonGenerator json = JSON.createGenerator(content)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            for (int index = 0; index < page.fresh().count(); index++) {
                json.writeRaw(format().before(rows == 0));
                page.form().write(page.fresh().cells(), page.fresh().row(index), json);
                json.writeRaw(format().after());
                rows++;
            }
        }
        pageLength = Math.max(pageLength, content.size() / 8 * 9);
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
                rows, page.read(), page.drifts(), output.sha256(), output.bytes(), started, Instant.now());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
