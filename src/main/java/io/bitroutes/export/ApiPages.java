package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.ItemsKept;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Reply;
import io.bitroutes.text.Texts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The pages of one list or query of BitAnswer. Safe for threads. */
final class ApiPages implements ForeseenPages.Source {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApiClient client;
    private final Operation operation;
    private final String path;
    private final ApiRequest.Body body;
    private final List<String> members;
    private final Texts texts;
    private volatile int expected = 1 << 10;

    /** @param members what is read of each record */
    ApiPages(
            ApiClient client,
            Operation operation,
            Map<String, String> place,
            Query query,
            List<String> members,
            Texts texts) {
        this.client = client;
        this.operation = operation;
        this.path = operation.pathFor(place);
        this.body = operation.body() == Operation.Body.QUERY ? body(query) : ApiRequest.Body.NONE;
        this.members = members;
        this.texts = texts;
    }

    /** A read has no request id: it may be answered anew each time. */
    @Override
    public Cells read(long offset, LongConsumer whenTotalIsKnown) throws ExportException {
        Cells cells = new Cells(members, expected, whenTotalIsKnown);
        ApiRequest request = new ApiRequest(operation.method(), target(offset), body, "", ItemsKept.by(cells));
        while (true) {
            Reply reply = client.send(request, false);
            if (reply instanceof Reply.Done) {
                expected = Math.max(expected, cells.length() / 8 * 9);
                return cells;
            }
            if (reply instanceof Reply.Hopeless hopeless) {
                throw new ExportException(texts.of("export.hopeless", describe(offset), hopeless.why()));
            }
            if (reply instanceof Reply.Refused refused && client.keyWorksSince(refused.at())) {
                throw new ExportException(
                        texts.of("export.refused", describe(offset), refused.status(), refused.msg()));
            }
        }
    }

    @Override
    public String describe(long offset) {
        return operation.id() + " (" + operation.method() + " " + target(offset) + ")";
    }

    private String target(long offset) {
        return path + "?offset=" + offset + "&limit=" + operation.limit();
    }

    private static ApiRequest.Body body(Query query) {
        try {
            return new ApiRequest.Body(JSON.writeValueAsBytes(query));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
