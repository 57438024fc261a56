package io.bitroutes.export;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Has the next pages asked for as soon as an answer begins to come in, if the server says that there are any: so it works
 * while we read. Never more than {@link #AT_ONCE} requests at a time. Not safe for threads.
 */
final class ForeseenPages implements PageSource {
    /** One is read, one comes in, and the server has one more to begin with as soon as it has answered that. */
    static final int AT_ONCE = 3;

    private final Source source;
    private final int limit;
    private final ExecutorService readers;
    private final Queue<Asked> foreseen = new ArrayDeque<>();

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

    /** @param readers of {@link #AT_ONCE} threads */
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
        Asked asked = foreseen.isEmpty() ? ask(offset) : foreseen.remove();
        if (asked.offset() != offset) {
            drop();
            asked = ask(offset);
        }
        foresee(offset, then - offset, Awaited.of(asked.total()));
        return Awaited.of(asked.page());
    }

    /** Those under way come to their end, for nobody; the others are never asked for. */
    private void drop() {
        foreseen.forEach(unwanted -> unwanted.page().cancel(false));
        foreseen.clear();
    }

    /** A page is foreseen if the one before it will be full. */
    private void foresee(long offset, long step, long total) {
        long next = offset + (foreseen.size() + 1) * step;
        while (foreseen.size() < AT_ONCE - 1 && total > next - step + limit) {
            foreseen.add(ask(next));
            next += step;
        }
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
