package io.bitroutes.bus;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Moment;
import io.bitroutes.http.Reply;
import io.bitroutes.text.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question under way. Each page begins with the last record of the one before; if it does not, the records have moved
 * and reading begins anew, but not for ever. Not safe for threads.
 */
final class Asking {
    private static final int MOST_ROUNDS = 3;

    private final ApiClient client;
    private final Gate gate;
    private final Question question;
    private final Duration patience;
    private final long mostBytes;
    private final Texts texts;
    private final Moment deadline;

    Asking(ApiClient client, Gate gate, Question question, Duration patience, long mostBytes, Texts texts) {
        this.client = client;
        this.gate = gate;
        this.question = question;
        this.patience = patience;
        this.mostBytes = mostBytes;
        this.texts = texts;
        this.deadline = Moment.now().plus(patience);
    }

    AskAnswer.Data answer() throws AskException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<AskAnswer.Data> answer = fromTheBeginning();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new AskException(AskCode.FAILED, texts.of("ask.moved", MOST_ROUNDS));
    }

    /** The answer; empty if the records moved meanwhile. The end is a page that is not full. */
    private Optional<AskAnswer.Data> fromTheBeginning() throws AskException {
        AskedRecords records = new AskedRecords(mostBytes);
        List<JsonNode> page = page(question.offset());
        boolean fits = records.takesAll(page);
        while (fits && question.all() && isFull(page)) {
            String last = key(page.get(page.size() - 1));
            page = page(question.offset() + records.count() - 1);
            if (page.isEmpty() || !key(page.get(0)).equals(last)) {
                return Optional.empty();
            }
            fits = records.takesAll(page.subList(1, page.size()));
        }
        if (!fits && records.count() == 0) {
            throw new AskException(AskCode.FAILED, texts.of("ask.too-large", question.offset(), mostBytes));
        }
        return Optional.of(data(records, fits, isFull(page)));
    }

    private AskAnswer.Data data(AskedRecords records, boolean fits, boolean full) {
        String msg = fits ? "" : texts.of("ask.more", question.offset() + records.count());
        return new AskAnswer.Data(question, records, !fits || full, msg);
    }

    private boolean isFull(List<JsonNode> page) {
        return question.operation().pages() && page.size() >= question.limit();
    }

    private String key(JsonNode item) {
        return item.path(question.operation().keyField()).asText("");
    }

    private List<JsonNode> page(long offset) throws AskException {
        ApiRequest request = question.request(offset);
        while (true) {
            Reply reply =
                    client.sendBefore(deadline, request).orElseThrow(() -> new AskException(AskCode.OUTAGE, whyNone()));
            if (reply instanceof Reply.Done done) {
                return done.envelope().items().orElse(List.of());
            }
            if (reply instanceof Reply.Hopeless hopeless) {
                String msg = texts.of("ask.hopeless", question.describe(offset), hopeless.why());
                throw new AskException(AskCode.FAILED, msg);
            }
            if (reply instanceof Reply.Refused refused && client.keyWorksSince(refused.at())) {
                throw new AskException(AskCode.REFUSED, Long.parseLong(refused.status()), refused.msg());
            }
        }
    }

    private String whyNone() {
        return gate.closure()
                .map(closure -> texts.of("ask.outage", closure.reason()))
                .orElseGet(() -> texts.of("ask.too-slow", seconds(patience)));
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
