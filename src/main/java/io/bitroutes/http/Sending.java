package io.bitroutes.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** One request on its way, try after try. */
final class Sending {
    private static final int ROUNDS_WHILE_WELL = 3;
    private static final int TOO_LARGE = 413;
    private static final Duration UNTIL_A_CONNECTION_IS_FREE = Duration.ofMillis(20);

    private final ApiClient client;
    private final ApiRequest request;
    private final BooleanSupplier repeatable;
    private final Runnable leaving;
    private Optional<Moment> deadline = Optional.empty();
    private boolean unanswered;
    private int tries;
    private int triesOfRound;
    private int roundsWhileWell;

    Sending(ApiClient client, ApiRequest request, boolean unanswered, BooleanSupplier repeatable, Runnable leaving) {
        this.client = client;
        this.request = request;
        this.unanswered = unanswered;
        this.repeatable = repeatable;
        this.leaving = leaving;
    }

    Reply untilAnswered() {
        Optional<Reply> reply = Optional.empty();
        while (reply.isEmpty()) {
            client.gate.pass();
            reply = unanswered && !repeatable.getAsBoolean() ? Optional.of(new Reply.Late(tries)) : attempt();
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
            reply = attempt();
        }
        return reply;
    }

    /** One try, unless the gate has closed while it waited for its turn. */
    private Optional<Reply> attempt() {
        Moment begun;
        Answer answer;
        client.places.take();
        try {
            client.rate.await();
            if (client.gate.closure().isPresent()) {
                return Optional.empty();
            }
            leaving.run();
            begun = Moment.now();
            answer = client.transport.exchange(request);
        } finally {
            client.places.giveBack();
        }
        return judge(answer, begun);
    }

    /** The reply; empty when the request has to go again. */
    private Optional<Reply> judge(Answer answer, Moment begun) {
        Statuses.Meaning meaning = client.statuses.meaning(answer, unanswered);
        tries += answer instanceof Answer.NotSent ? 0 : 1;
        return switch (meaning) {
            case DONE -> done((Answer.Enveloped) answer, begun);
            case REPEATED -> Optional.of(new Reply.Repeated(tries));
            case REFUSED -> refused((Answer.Enveloped) answer);
            case REFUSED_WITHOUT_ENVELOPE -> refusedWithoutEnvelope((Answer.Bare) answer);
            case STOP -> stop(answer);
            case NOT_SENT -> notSent();
            case AGAIN -> again(answer);
        };
    }

    private Optional<Reply> done(Answer.Enveloped answer, Moment begun) {
        client.proof.worked(begun);
        return Optional.of(new Reply.Done(answer.envelope(), tries));
    }

    private Optional<Reply> refused(Answer.Enveloped answer) {
        String status = String.valueOf(answer.envelope().status());
        return refused(status, answer.envelope().msg(), Moment.now(), false);
    }

    private Optional<Reply> refused(String status, String msg, Moment at, boolean tooLarge) {
        return Optional.of(new Reply.Refused(status, msg, unanswered, at, tooLarge, tries));
    }

    /** What is too large needs no proof: the size is at fault, not the key. */
    private Optional<Reply> refusedWithoutEnvelope(Answer.Bare answer) {
        Moment at = Moment.now();
        boolean tooLarge = answer.http() == TOO_LARGE;
        Optional<Answer> trouble = tooLarge ? Optional.empty() : client.proof.troubleSince(at);
        trouble.ifPresent(client::waitOut);
        return trouble.isPresent()
                ? Optional.empty()
                : refused(String.valueOf(answer.http()), answer.summary(), at, tooLarge);
    }

    private Optional<Reply> stop(Answer answer) {
        client.waitOut(answer);
        return Optional.empty();
    }

    private Optional<Reply> notSent() {
        client.gate.pause(UNTIL_A_CONNECTION_IS_FREE);
        return Optional.empty();
    }

    private Optional<Reply> again(Answer answer) {
        unanswered |= !(answer instanceof Answer.Missing missing) || missing.mayHaveArrived();
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
        Optional<Answer> trouble = client.proof.troubleSince(Moment.now());
        if (trouble.isPresent()) {
            roundsWhileWell = 0;
            client.waitOut(client.isKeyTrouble(trouble.get()) ? trouble.get() : answer);
            return Optional.empty();
        }
        roundsWhileWell++;
        return roundsWhileWell < ROUNDS_WHILE_WELL
                ? Optional.empty()
                : Optional.of(new Reply.Hopeless(answer.summary(), tries));
    }
}
