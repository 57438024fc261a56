package io.bitroutes.export;

import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Carries out orders through the {@code write-export} route. Safe for threads. */
public final class Exporter {
    private static final String ROUTE = "direct:write-export";

    private final ProducerTemplate template;
    private final ApiClient client;
    private final Texts texts;

    /** @param template of the context that has the {@code write-export} route */
    public Exporter(ProducerTemplate template, ApiClient client, Texts texts) {
        this.template = template;
        this.client = client;
        this.texts = texts;
    }

    /**
     * Exports to a target, which the caller closes.
     *
     * @param progress told the rows so far after each page
     * @throws ExportException if BitAnswer refuses it, what it answers cannot be read to its end, or the target cannot be
     *     written
     * @throws io.bitroutes.gate.StoppingException if the program stops before
     */
    public ExportSummary export(ExportOrder order, ExportTarget target, LongConsumer progress) throws ExportException {
        ExecutorService ahead = Executors.newSingleThreadExecutor(work -> daemon(work, "export-ahead"));
        ExecutorService readers =
                Executors.newFixedThreadPool(ForeseenPages.AT_ONCE, work -> daemon(work, "export-reader"));
        try {
            Export export = new Export(order, target, progress, client, ahead, readers, texts);
            Exchange exchange = template.request(ROUTE, out -> out.getMessage().setBody(export));
            rethrow(exchange.getException());
            return export.summary();
        } finally {
            ahead.shutdownNow();
            readers.shutdownNow();
        }
    }

    /** A page that nobody waits for any more keeps no program from ending. */
    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void rethrow(Exception failure) throws ExportException {
        if (failure instanceof ExportException refused) {
            throw refused;
        }
        if (failure instanceof RuntimeException other) {
            throw other;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
