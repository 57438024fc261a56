package io.bitroutes.export;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Has pages read while others are written: two pages in memory more. */
final class PagesAhead {
    /** One waits while the next is read: so neither thread waits for the other to wake up. */
    private static final int AHEAD = 2;

    private final Source pages;
    private final ExecutorService reader;
    private final Queue<Future<Page>> ahead = new ArrayDeque<>();
    private boolean over;

    /** Where pages come from. */
    @FunctionalInterface
    interface Source {

        /** The next page; not asked for after the last. */
        Page next() throws ExportException;
    }

    /** @param reader of one thread */
    PagesAhead(Source pages, ExecutorService reader) {
        this.pages = pages;
        this.reader = reader;
    }

    /** The next page; not to be asked for after the last. */
    Page next() throws ExportException {
        Future<Page> page = ahead.isEmpty() ? reader.submit(this::read) : ahead.remove();
        while (ahead.size() < AHEAD) {
            ahead.add(reader.submit(this::read));
        }
        return Awaited.of(page);
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
}
