package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.gate.StoppingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Has the next page read while the one before is written: one request at a time, one page in memory more. */
final class PagesAhead implements PageSource {
    private final PageSource source;
    private final ExecutorService reader;
    private Optional<Ahead> ahead = Optional.empty();

    private record Ahead(long offset, Future<List<JsonNode>> page) {}

    /** @param reader of one thread */
    PagesAhead(PageSource source, ExecutorService reader) {
        this.source = source;
        this.reader = reader;
    }

    @Override
    public void expect(long offset) {
        FutureTask<List<JsonNode>> page = new FutureTask<>(() -> source.read(offset));
        reader.execute(page);
        ahead = Optional.of(new Ahead(offset, page));
    }

    /** Where records have moved, the page that was expected is read in vain. */
    @Override
    public List<JsonNode> read(long offset) throws ExportException {
        if (ahead.filter(expected -> expected.offset() == offset).isEmpty()) {
            expect(offset);
        }
        Future<List<JsonNode>> page = ahead.orElseThrow().page();
        ahead = Optional.empty();
        return await(page);
    }

    @Override
    public String describe(long offset) {
        return source.describe(offset);
    }

    private static List<JsonNode> await(Future<List<JsonNode>> page) throws ExportException {
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
