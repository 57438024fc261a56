package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** One export under way: a page after the other is read, brought into form and written. Not safe for threads. */
public final class Export {
    private final ExportOrder order;
    private final ExportTarget target;
    private final LongConsumer progress;
    private final ApiClient client;
    private final Texts texts;
    private final Iterator<Map<String, String>> places;
    private RecordForm form;
    private Pages pages;
    private boolean begun;
    private long rows;
    private long pagesBefore;
    private long driftsBefore;

    Export(ExportOrder order, ExportTarget target, LongConsumer progress, ApiClient client, Texts texts) {
        this.order = order;
        this.target = target;
        this.progress = progress;
        this.client = client;
        this.texts = texts;
        this.places = order.places().iterator();
        nextPlace();
    }

    /** The form of the file. */
    public ExportFormat format() {
        return order.format();
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
    List<Map<String, String>> cells(List<JsonNode> page) {
        List<Map<String, String>> cells = new ArrayList<>(page.size() + 1);
        if (!begun) {
            cells.add(RecordForm.titles(order.operation()));
        }
        page.forEach(item -> cells.add(form.cells(item)));
        rows += page.size();
        return cells;
    }

    byte[] json(List<JsonNode> page) {
        StringBuilder text = new StringBuilder();
        for (JsonNode item : page) {
            text.append(order.format().record(form.object(item).toString(), rows == 0));
            rows++;
        }
        return bytes(text.toString());
    }

    void write(byte[] content) throws ExportException {
        try {
            target.stream().write(bytes(begun ? "" : order.format().head()));
            target.stream().write(content);
        } catch (IOException e) {
            throw unwritable(e);
        }
        begun = true;
        progress.accept(rows);
    }

    void publish() throws ExportException {
        try {
            target.stream().write(bytes(order.format().tail()));
            target.publish();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ExportException unwritable(IOException failure) {
        return new ExportException(texts.of("export.to.unwritable", target.name(), failure), failure);
    }

    ExportSummary summary() {
        return new ExportSummary(rows, pagesBefore + pages.read(), driftsBefore + pages.drifts());
    }

    private void nextPlace() {
        if (pages != null) {
            pagesBefore += pages.read();
            driftsBefore += pages.drifts();
        }
        Map<String, String> place = places.next();
        form = new RecordForm(order.operation(), place);
        ApiPages source = new ApiPages(client, order.operation(), place, order.query(), texts);
        pages = new Pages(source, order.operation().limit(), order.operation().keyField(), texts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
