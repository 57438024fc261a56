package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;

/** One export under way: a page after the other is read, brought into form and written. Not safe for threads. */
public final class Export {
    private static final int HEADER_ROW = 1;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final ExportOrder order;
    private final ExportTarget target;
    private final LongConsumer progress;
    private final Texts texts;
    private final Instant started = Instant.now();
    private final PagesAhead pages;
    private final CharsetCheck charset;
    private Page page;
    private ExportOutput output;
    private long rows;

    /**
     * @param ahead one thread, in which pages are put together while others are written
     * @param readers {@link ForeseenPages#AT_ONCE} threads, in which they are read
     */
    Export(
            ExportOrder order,
            ExportTarget target,
            LongConsumer progress,
            ApiClient client,
            ExecutorService ahead,
            ExecutorService readers,
            Texts texts) {
        this.order = order;
        this.target = target;
        this.progress = progress;
        this.pages = new PagesAhead(new PlacePages(order, client, readers, texts)::next, ahead);
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

    /** Reads the next page. */
    void nextPage() throws ExportException {
        page = pages.next();
    }

    /** The page for camel-csv; the header stands above the first, also when that is empty. */
    CsvPage csvPage() throws ExportException {
        List<String> titles = output == null ? RecordForm.titles(order.columns()) : List.of();
        for (String title : titles) {
            charset.check(title, HEADER_ROW, title, texts);
        }
        if (!charset.holdsAll()) {
            check();
        }
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

    /** Writes the page as camel-csv has brought it into form. */
    void write(byte[] csv) throws ExportException {
        try {
            output().write(csv);
        } catch (IOException e) {
            throw unwritable(e);
        }
        written();
    }

    /** Writes the page as JSON. */
    void writeJson() throws ExportException {
        try (JsonGenerator json = JSON.createGenerator(output().stream())) {
            for (int index = 0; index < page.fresh().count(); index++) {
                json.writeRaw(format().before(rows + index == 0));
                page.form().write(page.fresh().cells(), page.fresh().row(index), json);
                json.writeRaw(format().after());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        written();
    }

    private ExportOutput output() throws IOException {
        if (output == null) {
            output = new ExportOutput(target.stream(), order.form().gzip());
            output.write(order.form().head());
        }
        return output;
    }

    private void written() {
        rows += page.fresh().count();
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
