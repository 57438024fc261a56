package io.bitroutes.deliver;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Moment;
import io.bitroutes.http.Reply;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** One batch on its way: the whole first; what is refused is halved until the guilty are alone. */
final class Isolation {
    private final Batch batch;
    private final ApiClient client;
    private final OutcomeLedger ledger;
    private final PartSender sender;
    private final Confirmation confirmation;
    private final int mostRequests;
    private final Texts texts;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final List<Refusal> provisional = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private boolean isolating;
    private int confirmed;

    /** A record refused alone, until the key is proven to work. */
    private record Refusal(Part part, Moment at, Verdict verdict) {}

    Isolation(
            Batch batch,
            ApiClient client,
            OutcomeLedger ledger,
            PartSender sender,
            Confirmation confirmation,
            int mostRequests,
            Texts texts) {
        this.batch = batch;
        this.client = client;
        this.ledger = ledger;
        this.sender = sender;
        this.confirmation = confirmation;
        this.mostRequests = mostRequests;
        this.texts = texts;
    }

    Outcome run(boolean sentBefore) {
        parts.addAll(firstParts(sentBefore));
        do {
            while (!parts.isEmpty()) {
                deliver(parts.pop());
            }
        } while (!refusalsAreProven());
        return new Outcome(batch.job(), batch.number(), confirmed, verdicts, sender.requests(), sender.retries());
    }

    /** Records that go one by one are their own parts; a batch that was being isolated goes on with its halves. */
    private List<Part> firstParts(boolean sentBefore) {
        if (!batch.operation().batched()) {
            return IntStream.range(0, batch.size())
                    .mapToObj(position -> Part.of(position, position, sentBefore))
                    .toList();
        }
        Part whole = Part.of(0, batch.size() - 1, sentBefore);
        isolating = sentBefore && ledger.isIsolating(batch.job(), batch.number());
        return isolating ? whole.halves(true, sender.lastId(whole)) : List.of(whole);
    }

    private void deliver(Part part) {
        if (isolating && sender.requests() >= mostRequests) {
            judge(part.positions(), part.above(), Code.NOT_ISOLATED, texts.of("verdict.not-isolated", mostRequests));
            return;
        }
        PartSender.Result result = sender.send(part);
        Reply reply = result.reply();
        if (reply instanceof Reply.Done done) {
            confirm(part, confirmation.missing(part, done.envelope()));
        } else if (reply instanceof Reply.Repeated) {
            confirm(part, List.of());
        } else if (reply instanceof Reply.Refused refused) {
            refused(part, refused, result.inDoubt());
        } else if (reply instanceof Reply.Hopeless hopeless) {
            hopeless(part, hopeless);
        }
    }

    private void confirm(Part part, List<Integer> missing) {
        confirmed += part.size() - missing.size();
        if (!missing.isEmpty()) {
            judge(missing, sender.lastId(part), Code.UNCONFIRMED, texts.of("verdict.unconfirmed"));
        }
    }

    private void refused(Part part, Reply.Refused refused, boolean inDoubt) {
        if (part.size() == 1) {
            long row = batch.rows().at(part.first());
            Verdict verdict = new Verdict(row, Code.REFUSED, refused.status(), refused.msg(), sender.lastId(part));
            provisional.add(new Refusal(part, refused.at(), verdict));
        } else if (isolating || client.keyWorksSince(refused.at())) {
            halve(part, inDoubt);
        } else {
            parts.push(part);
        }
    }

    private void hopeless(Part part, Reply.Hopeless hopeless) {
        if (part.size() == 1) {
            judge(part.positions(), sender.lastId(part), Code.UNKNOWN, texts.of("verdict.unknown", hopeless.why()));
        } else {
            halve(part, true);
        }
    }

    private void halve(Part part, boolean inDoubt) {
        if (!isolating) {
            ledger.isolating(batch.job(), batch.number());
            isolating = true;
        }
        List<Part> halves = part.halves(inDoubt, sender.lastId(part));
        parts.push(halves.get(1));
        parts.push(halves.get(0));
    }

    /** Whether what was refused alone was refused for its own sake; if not, it has to go again. */
    private boolean refusalsAreProven() {
        if (provisional.isEmpty()) {
            return true;
        }
        boolean proven =
                client.keyWorksSince(provisional.get(provisional.size() - 1).at());
        for (Refusal refusal : provisional) {
            if (proven) {
                verdicts.add(refusal.verdict());
            } else {
                parts.add(refusal.part());
            }
        }
        provisional.clear();
        return proven;
    }

    /** @param id the one under which the records went out last */
    private void judge(List<Integer> positions, String id, Code code, String msg) {
        positions.forEach(position -> verdicts.add(new Verdict(batch.rows().at(position), code, "", msg, id)));
    }
}
