package io.bitroutes.deliver;

import io.bitroutes.api.ItemsKept;
import io.bitroutes.api.Operation;
import io.bitroutes.batch.Batch;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Reply;
import io.bitroutes.ledger.OutcomeLedger;
import java.util.List;
import java.util.Optional;

/** Sends the parts of one batch. A refusal that follows an unanswered try is no verdict: it is looked into here. */
final class PartSender {
    private final Batch batch;
    private final ApiClient client;
    private final OutcomeLedger ledger;
    private final Lookup lookup;
    private boolean reissues;
    private int requests;
    private int retries;

    /** @param inDoubt whether an earlier try of these records may have been applied */
    record Result(Reply reply, boolean inDoubt) {}

    /** @param sentBefore whether an earlier run may have given parts of the batch new ids */
    PartSender(Batch batch, boolean sentBefore, ApiClient client, OutcomeLedger ledger, Lookup lookup) {
        this.batch = batch;
        this.client = client;
        this.ledger = ledger;
        this.lookup = lookup;
        this.reissues = sentBefore;
    }

    int requests() {
        return requests;
    }

    int retries() {
        return retries;
    }

    Result send(Part part) {
        Reply reply = request(part, counter(part), part.unanswered());
        boolean inDoubt = part.unanswered();
        while (reply instanceof Reply.Refused refused && refused.afterUnanswered()) {
            inDoubt = true;
            reply = lookedUp(part, refused).orElseGet(() -> underNewId(part));
        }
        return new Result(reply, inDoubt);
    }

    /** What BitAnswer holds decides, where a second application would have another effect; empty if it has to go again. */
    private Optional<Reply> lookedUp(Part part, Reply.Refused refused) {
        if (hasSameEffectAgain(part)) {
            return Optional.empty();
        }
        Optional<List<Integer>> notApplied = lookup.notApplied(batch, part.positions());
        if (notApplied.isEmpty()) {
            return Optional.of(new Reply.Hopeless(refused.msg(), refused.tries()));
        }
        return notApplied.get().isEmpty() ? Optional.of(new Reply.Repeated(refused.tries())) : Optional.empty();
    }

    private Reply underNewId(Part part) {
        reissues = true;
        return request(part, ledger.reissue(batch.job(), batch.number(), part.first(), part.last()), false);
    }

    /** The id under which a part went out last. */
    String lastId(Part part) {
        return batch.requestId(part.first(), part.last(), counter(part));
    }

    private Reply request(Part part, int counter, boolean unanswered) {
        ApiRequest request = new ApiRequest(
                batch.operation().method(),
                batch.payload().path(part.first()),
                new ApiRequest.Body(batch.payload().body(part.first(), part.last())),
                batch.requestId(part.first(), part.last(), counter),
                ItemsKept.only(batch.operation().keyField()));
        Reply reply = client.send(request, unanswered);
        requests++;
        retries += reply.tries() - 1;
        return reply;
    }

    private int counter(Part part) {
        return reissues ? ledger.reissues(batch.job(), batch.number(), part.first(), part.last()) : 0;
    }

    private boolean hasSameEffectAgain(Part part) {
        Operation.Repeat repeat = batch.operation().repeat();
        boolean renamed = batch.payload().keys(part.first()).size() > 1;
        return repeat == Operation.Repeat.SAME || (repeat == Operation.Repeat.SAME_UNLESS_RENAMED && !renamed);
    }
}
