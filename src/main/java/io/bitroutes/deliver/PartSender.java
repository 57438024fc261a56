package io.bitroutes.deliver;

import io.bitroutes.api.ItemsKept;
import io.bitroutes.api.Operation;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcomes;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Sends the parts of one batch. A refusal that follows an unanswered try is no verdict: it is looked into here. */
final class PartSender {
    /** More new ids than that for one part, and it is looked up instead. */
    private static final int MOST_NEW_IDS = 3;

    private final Batch batch;
    private final ApiClient client;
    private final Outcomes ledger;
    private final Lookup lookup;
    private final Budget budget;
    private final BooleanSupplier late;
    private final Runnable leaving;
    private final Set<String> ids = new HashSet<>();
    private boolean reissues;
    private int retries;

    /**
     * @param sentBefore whether an earlier run may have given parts of the batch new ids
     * @param late whether the server may have forgotten the ids that went out when the batch was prepared
     * @param leaving run before each try; throws if nothing of the batch may leave any more
     */
    PartSender(
            Batch batch,
            boolean sentBefore,
            BooleanSupplier late,
            Runnable leaving,
            ApiClient client,
            Outcomes ledger,
            Lookup lookup,
            Budget budget) {
        this.batch = batch;
        this.client = client;
        this.ledger = ledger;
        this.lookup = lookup;
        this.budget = budget;
        this.late = late;
        this.leaving = leaving;
        this.reissues = sentBefore;
    }

    /** How many there were, whatever the number of tries. */
    int requests() {
        return ids.size();
    }

    int retries() {
        return retries;
    }

    SentPart send(Part part) {
        Reply reply = part.wantsNewId() ? underNewId(part) : request(part, counter(part), part.unanswered());
        boolean inDoubt = part.unanswered();
        int newIds = 0;
        while (reply instanceof Reply.Refused refused && refused.afterUnanswered()) {
            inDoubt = true;
            if (!client.keyWorksSince(refused.at())) {
                reply = request(part, counter(part), true);
            } else if (newIds < MOST_NEW_IDS && hasSameEffectAgain(part)) {
                newIds++;
                reply = underNewId(part);
            } else {
                return lookedInto(part, refused);
            }
        }
        return reply instanceof Reply.Late ? lookedUp(part, "") : new SentPart.Answered(reply, inDoubt);
    }

    /** Refused so often that it is no chance: then a refusal is one, unless BitAnswer holds what was sent. */
    private SentPart lookedInto(Part part, Reply.Refused refused) {
        boolean refusedForGood = hasSameEffectAgain(part) || part.rounds() >= MOST_NEW_IDS;
        if (refusedForGood && part.size() > 1) {
            return new SentPart.Answered(refused, true);
        }
        SentPart found = lookedUp(part, refused.msg());
        return refusedForGood
                        && found instanceof SentPart.LookedUp held
                        && !held.notApplied().isEmpty()
                ? new SentPart.Answered(refused, true)
                : found;
    }

    private SentPart lookedUp(Part part, String why) {
        Optional<List<Integer>> notApplied = lookup.notApplied(batch, part.positions());
        return notApplied.isPresent() ? new SentPart.LookedUp(notApplied.get()) : new SentPart.Undecided(why);
    }

    private Reply underNewId(Part part) {
        reissues = true;
        return request(part, ledger.reissue(batch.job(), batch.number(), part.first(), part.last()), false);
    }

    /** The id under which a part went out last. */
    String lastId(Part part) {
        return batch.requestId(part.first(), part.last(), counter(part));
    }

    /** Whether the budget is spent for it. */
    boolean isSpent(Part part) {
        return budget.isSpent(part.first(), part.last());
    }

    private Reply request(Part part, int counter, boolean unanswered) {
        budget.note(part.first(), part.last(), counter);
        String id = batch.requestId(part.first(), part.last(), counter);
        ApiRequest request = new ApiRequest(
                batch.operation().method(),
                batch.payload().path(part.first()),
                new ApiRequest.Body(batch.payload().body(part.first(), part.last())),
                id,
                ItemsKept.only(batch.operation().keyField()));
        boolean repeatable = hasSameEffectAgain(part);
        Reply reply = client.send(request, unanswered, () -> repeatable || !late.getAsBoolean(), leaving);
        if (reply.tries() > 0) {
            retries += ids.add(id) ? reply.tries() - 1 : reply.tries();
        }
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
