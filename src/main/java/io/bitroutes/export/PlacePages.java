package io.bitroutes.export;

import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The pages of all places of an order, one place after the other. Not safe for threads. */
final class PlacePages {
    private final ExportOrder order;
    private final ApiClient client;
    private final ExecutorService readers;
    private final Texts texts;
    private final Iterator<Map<String, String>> places;
    private Optional<Pages> pages = Optional.empty();
    private RecordForm form;
    private long readBefore;
    private long driftsBefore;

    /** @param readers of {@link ForeseenPages#AT_ONCE} threads */
    PlacePages(ExportOrder order, ApiClient client, ExecutorService readers, Texts texts) {
        this.order = order;
        this.client = client;
        this.readers = readers;
        this.texts = texts;
        this.places = order.places().iterator();
    }

    /**
     * The next page; not to be asked for after the last.
     *
     * @throws ExportException if it is refused, or does not lead on
     */
    Page next() throws ExportException {
        Pages here = pages.filter(Pages::more).orElseGet(this::ofNextPlace);
        pages = Optional.of(here);
        return new Page(
                form,
                here.next(),
                readBefore + here.read(),
                driftsBefore + here.drifts(),
                !here.more() && !places.hasNext());
    }

    private Pages ofNextPlace() {
        pages.ifPresent(done -> {
            readBefore += done.read();
            driftsBefore += done.drifts();
        });
        Map<String, String> place = places.next();
        String key = order.operation().keyField();
        form = new RecordForm(key, order.columns(), place);
        ApiPages source = new ApiPages(client, order.operation(), place, order.query(), form.members(), texts);
        int limit = order.operation().limit();
        return new Pages(new ForeseenPages(source, limit, readers), limit, key, texts);
    }
}
