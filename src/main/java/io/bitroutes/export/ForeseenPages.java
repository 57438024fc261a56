package io.bitroutes.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Has the next page asked for as soon as an answer begins to come in, if the server says that there is one: so it works
 * while we read. Never more than two requests at a time. Not safe for threads.
 */
final class ForeseenPages implements PageSource {
    private final Source source;
    private final int limit;
    private final ExecutorService readers;
    private Asked foreseen;

    /** Where the pages are read. Safe for threads. */
    interface Source {

        /**
         * Reads one page.
         *
         * @param whenTotalIsKnown told how many records there are, as soon as the server says so
         * @throws ExportException if it is refused
         */
        Cells read(long offset, LongConsumer whenTotalIsKnown) throws ExportException;

        /** The position in words, for people. */
        String describe(long offset);
    }

    /** @param readers of two threads */
    ForeseenPages(Source source, int limit, ExecutorService readers) {
        this.source = source;
        this.limit = limit;
        this.readers = readers;
    }

    /**
     * A page that is asked for.
     *
     * @param total what the server says, or 0 at the end of an answer in which it does not
     */
    private record Asked(long offset, Future<Cells> page, CompletableFuture<Long> total) {}

    @Override
    public Cells read(long offset, long then) throws ExportException {
        Asked asked = foreseen != null && foreseen.offset() == offset ? foreseen : ask(offset);
        long total = Awaited.of(asked.total());
        foreseen = total > offset + limit ? ask(then) : null;
        return Awaited.of(asked.page());
    }

    private Asked ask(long offset) {
        CompletableFuture<Long> total = new CompletableFuture<>();
        Future<Cells> page = readers.submit(() -> {
            try {
                return source.read(offset, total::complete);
            } finally {
                total.complete(0L);
            }
        });
        return new Asked(offset, page, total);
    }

    @Override
    public String describe(long offset) {
        return source.describe(offset);
    }
}
