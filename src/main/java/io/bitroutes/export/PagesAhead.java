package io.bitroutes.export;

import io.bitroutes.gate.StoppingException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Has pages read while others are written: one request at a time, two pages in memory more. */
final class PagesAhead {
    /** One waits while the next is read: so neither thread waits for the other to wake up. */
    private static final int AHEAD = 2;

    private final PlacePages pages;
    private final ExecutorService reader;
    private final Queue<Future<Page>> ahead = new ArrayDeque<>();
    private boolean over;

    /** @param reader of one thread */
    PagesAhead(PlacePages pages, ExecutorService reader) {
        this.pages = pages;
        this.reader = reader;
    }

    /** The next page; not to be asked for after the last. */
    Page next() throws ExportException {
        Future<Page> page = ahead.isEmpty() ? reader.submit(this::read) : ahead.remove();
        while (ahead.size() < AHEAD) {
            ahead.add(reader.submit(this::read));
        }
        return await(page);
    }

    /** Nothing is asked of BitAnswer after the last page, nor after a failure: null, for nobody. */
    private Page read() throws ExportException {
        if (over) {
            return null;
        }
        over = true;
        Page page = pages.next();
        over = page.last();
        return page;
    }

    private static Page await(Future<Page> page) throws ExportException {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExportException refused) {
                throw refused;
            }
            if (e.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
