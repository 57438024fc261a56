package io.bitroutes.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One request on its way, try after try. */
final class Sending {
    private static final int ROUNDS_WHILE_WELL = 3;

    private final ApiClient client;
    private final ApiRequest request;
    private Optional<Moment> deadline = Optional.empty();
    private boolean unanswered;
    private int tries;
    private int triesOfRound;
    private int roundsWhileWell;

    Sending(ApiClient client, ApiRequest request, boolean unanswered) {
        this.client = client;
        this.request = request;
        this.unanswered = unanswered;
    }

    Reply untilAnswered() {
        Optional<Reply> reply = Optional.empty();
        while (reply.isEmpty()) {
            client.gate.pass();
            reply = once();
        }
        return reply.get();
    }

    /** The same while the gate is open and there is time left; empty if that is not long enough. */
    Optional<Reply> before(Moment end) {
        deadline = Optional.of(end);
        Optional<Reply> reply = Optional.empty();
        while (reply.isEmpty()
                && client.gate.closure().isEmpty()
                && !end.fromNow().isZero()) {
            client.gate.pause(Duration.ZERO);
            reply = once();
        }
        return reply;
    }

    private Optional<Reply> once() {
        client.rate.await();
        Moment begun = Moment.now();
        Answer answer = client.transport.exchange(request);
        tries++;
        return judge(answer, begun);
    }

    /** The reply; empty when the request has to go again. */
    private Optional<Reply> judge(Answer answer, Moment begun) {
        return switch (client.statuses.meaning(answer, unanswered)) {
            case DONE -> done((Answer.Enveloped) answer, begun);
            case REPEATED -> Optional.of(new Reply.Repeated(tries));
            case REFUSED -> refused((Answer.Enveloped) answer);
            case REFUSED_WITHOUT_ENVELOPE -> refusedWithoutEnvelope((Answer.Bare) answer);
            case STOP -> stop(answer);
            case AGAIN -> again(answer);
        };
    }

    private Optional<Reply> done(Answer.Enveloped answer, Moment begun) {
        client.proof.worked(begun);
        return Optional.of(new Reply.Done(answer.envelope(), tries));
    }

    private Optional<Reply> refused(Answer.Enveloped answer) {
        String status = String.valueOf(answer.envelope().status());
        return Optional.of(new Reply.Refused(status, answer.envelope().msg(), unanswered, Moment.now(), tries));
    }

    private Optional<Reply> refusedWithoutEnvelope(Answer.Bare answer) {
        Moment at = Moment.now();
        Optional<Answer> trouble = client.proof.troubleSince(at);
        trouble.ifPresent(client.outage::unreachable);
        return trouble.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Reply.Refused(String.valueOf(answer.http()), answer.summary(), unanswered, at, tries));
    }

    private Optional<Reply> stop(Answer answer) {
        client.outage.keyRefused(answer);
        return Optional.empty();
    }

    private Optional<Reply> again(Answer answer) {
        unanswered = true;
        triesOfRound++;
        if (triesOfRound < client.backoff.attempts()) {
            pause(client.backoff.after(triesOfRound, answer.retryAfter(), ThreadLocalRandom.current()));
            return Optional.empty();
        }
        triesOfRound = 0;
        return triesSpent(answer);
    }

    private void pause(Duration length) {
        client.gate.pause(deadline.map(Moment::fromNow)
                .filter(left -> left.compareTo(length) < 0)
                .orElse(length));
    }

    /** An outage, unless the harmless read succeeds: then, three rounds in a row, this request itself is at fault. */
    private Optional<Reply> triesSpent(Answer answer) {
        if (client.proof.troubleSince(Moment.now()).isPresent()) {
            roundsWhileWell = 0;
            client.outage.unreachable(answer);
            return Optional.empty();
        }
        roundsWhileWell++;
        return roundsWhileWell < ROUNDS_WHILE_WELL
                ? Optional.empty()
                : Optional.of(new Reply.Hopeless(answer.summary(), tries));
    }
}
