package io.bitroutes.deliver;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Reply;
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
    private final PartSender sender;
    private final Confirmation confirmation;
    private final Budget budget;
    private final int mostRequests;
    private final Texts texts;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Refusals refusals;
    private final List<Verdict> verdicts = new ArrayList<>();
    private int confirmed;

    Isolation(
            Batch batch,
            ApiClient client,
            PartSender sender,
            Confirmation confirmation,
            Budget budget,
            int mostRequests,
            Texts texts) {
        this.batch = batch;
        this.client = client;
        this.sender = sender;
        this.confirmation = confirmation;
        this.budget = budget;
        this.mostRequests = mostRequests;
        this.texts = texts;
        this.refusals = new Refusals(client);
    }

    /** @param isolating whether an earlier run has begun to isolate the batch */
    Outcome run(boolean sentBefore, boolean isolating) {
        parts.addAll(firstParts(sentBefore, isolating));
        while (!parts.isEmpty()) {
            deliver(parts.pop());
            if (parts.isEmpty() || refusals.areMany()) {
                prove();
            }
        }
        int requests = Math.max(sender.requests(), budget.requests());
        return new Outcome(batch.job(), batch.number(), confirmed, verdicts, requests, sender.retries());
    }

    /** Records that go one by one are their own parts; a batch that was being isolated goes on with its halves. */
    private List<Part> firstParts(boolean sentBefore, boolean isolating) {
        if (!batch.operation().batched()) {
            return IntStream.range(0, batch.size())
                    .mapToObj(position -> Part.of(position, position, sentBefore))
                    .toList();
        }
        Part whole = Part.of(0, batch.size() - 1, sentBefore);
        if (!isolating || whole.size() == 1) {
            return List.of(whole);
        }
        budget.begin();
        return whole.halves(true, sender.lastId(whole));
    }

    private void deliver(Part part) {
        if (sender.isSpent(part)) {
            giveUp(part);
            return;
        }
        SentPart sent = sender.send(part);
        if (sent instanceof SentPart.Answered answered) {
            answered(part, answered.reply(), answered.inDoubt());
        } else if (sent instanceof SentPart.LookedUp lookedUp) {
            lookedUp(part, lookedUp.notApplied());
        } else if (sent instanceof SentPart.Undecided undecided) {
            unknown(part, undecided.why());
        }
    }

    /** Nobody is given up because the key was revoked meanwhile. */
    private void giveUp(Part part) {
        if (!refusals.isEmpty() && !prove()) {
            parts.push(part);
        } else {
            judge(part.positions(), part.above(), Code.NOT_ISOLATED, texts.of("verdict.not-isolated", mostRequests));
        }
    }

    private void answered(Part part, Reply reply, boolean inDoubt) {
        if (reply instanceof Reply.Done done) {
            confirm(part, confirmation.missing(part, done.envelope()));
        } else if (reply instanceof Reply.Repeated) {
            confirm(part, List.of());
        } else if (reply instanceof Reply.Refused refused) {
            refused(part, refused, inDoubt);
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

    private void lookedUp(Part part, List<Integer> notApplied) {
        confirmed += part.size() - notApplied.size();
        if (!notApplied.isEmpty() && notApplied.size() < part.size()) {
            budget.begin();
        }
        List<Part> again = part.again(notApplied, sender.lastId(part));
        for (int index = again.size() - 1; index >= 0; index--) {
            parts.push(again.get(index));
        }
    }

    private void refused(Part part, Reply.Refused refused, boolean inDoubt) {
        if (part.size() == 1) {
            long row = batch.rows().at(part.first());
            Verdict verdict = new Verdict(row, Code.REFUSED, refused.status(), refused.msg(), sender.lastId(part));
            refusals.add(part, verdict, refused.at());
        } else if (refused.tooLarge()) {
            halve(part, inDoubt);
        } else if (budget.begun()) {
            refusals.addHalved(refused.at());
            halve(part, inDoubt);
        } else if (client.keyWorksSince(refused.at())) {
            halve(part, inDoubt);
        } else {
            parts.push(part);
        }
    }

    private void hopeless(Part part, Reply.Hopeless hopeless) {
        if (part.size() == 1) {
            unknown(part, hopeless.why());
        } else {
            halve(part, true);
        }
    }

    private void unknown(Part part, String why) {
        String reason = why.isEmpty() ? texts.of("verdict.late") : why;
        judge(part.positions(), sender.lastId(part), Code.UNKNOWN, texts.of("verdict.unknown", reason));
    }

    private void halve(Part part, boolean inDoubt) {
        budget.begin();
        List<Part> halves = part.halves(inDoubt, sender.lastId(part));
        parts.push(halves.get(1));
        parts.push(halves.get(0));
    }

    /** Whether what was refused was refused for its own sake; if not, it has to go again, and has cost nothing. */
    private boolean prove() {
        boolean proven = refusals.areProven();
        if (!proven) {
            budget.refund(refusals.count());
        }
        for (Refusals.Refused refusal : refusals.take()) {
            if (proven) {
                verdicts.add(refusal.verdict());
            } else {
                parts.add(refusal.part());
            }
        }
        return proven;
    }

    /** @param id the one under which the records went out last */
    private void judge(List<Integer> positions, String id, Code code, String msg) {
        positions.forEach(position -> verdicts.add(new Verdict(batch.rows().at(position), code, "", msg, id)));
    }
}
