package io.bitroutes.http;

import io.bitroutes.api.Operation;
import io.bitroutes.gate.Gate;
import io.bitroutes.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes a request to an answer that decides: repeats it under the same id while BitAnswer does not answer as it should,
 * and waits at the gate in an outage. Safe for threads.
 */
public final class ApiClient {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Set<Statuses.Meaning> KEY_TROUBLE = Set.of(Statuses.Meaning.REFUSED, Statuses.Meaning.STOP);

    final Transport transport;
    final Gate gate;
    final Places places;
    final Rate rate;
    final Backoff backoff;
    final Statuses statuses;
    final KeyProof proof;
    final Outage outage;

    /** @param list the read that changes nothing: {@code customers.list} */
    public ApiClient(
            Transport transport,
            Gate gate,
            Places places,
            Rate rate,
            Backoff backoff,
            Statuses statuses,
            Operation list,
            Texts texts) {
        this.transport = transport;
        this.gate = gate;
        this.places = places;
        this.rate = rate;
        this.backoff = backoff;
        this.statuses = statuses;
        this.proof = new KeyProof(transport, rate, gate, list);
        this.outage = new Outage(gate, proof, texts);
    }

    /** The outages this client meets. */
    public Outage outage() {
        return outage;
    }

    /**
     * Sends a request until it is answered.
     *
     * @param unanswered whether it, or one that held its records, may have gone out before without an answer
     * @throws io.bitroutes.gate.StoppingException if the program stops before that
     */
    public Reply send(ApiRequest request, boolean unanswered) {
        return send(request, unanswered, () -> true);
    }

    /**
     * The same for a request that may not always go again: once it may have been applied, {@code repeatable} is asked
     * before each further try. {@link Reply.Late} when it says no.
     */
    public Reply send(ApiRequest request, boolean unanswered, BooleanSupplier repeatable) {
        return send(request, unanswered, repeatable, () -> {});
    }

    /** The same, where {@code leaving} is run at once before each try; it throws if the request must not leave. */
    public Reply send(ApiRequest request, boolean unanswered, BooleanSupplier repeatable, Runnable leaving) {
        return new Sending(this, request, unanswered, repeatable, leaving).untilAnswered();
    }

    /** Sends a read until its answer decides: a refusal that comes back is none of the key's. */
    public Reply read(ApiRequest request) {
        Reply reply = send(request, false);
        while (reply instanceof Reply.Refused refused && !keyWorksSince(refused.at())) {
            reply = send(request, false);
        }
        return reply;
    }

    /**
     * Sends a request until it is answered, but waits for no outage: for whoever waits for the answer.
     *
     * @param deadline when no further try begins
     * @return empty if the gate is closed or closes before there is an answer, or the deadline passes
     * @throws io.bitroutes.gate.StoppingException if the program stops before that
     */
    public Optional<Reply> sendBefore(Moment deadline, ApiRequest request) {
        return new Sending(this, request, false, () -> true, () -> {}).before(deadline);
    }

    /**
     * Whether the key works, shown by something begun after the refusal. If not, the gate is closed, and the refusal is
     * no verdict: the request is to go again.
     */
    public boolean keyWorksSince(Moment refusal) {
        return proof.troubleSince(refusal)
                .map(trouble -> {
                    if (!proof.isOver()) {
                        waitOut(trouble);
                    }
                    return false;
                })
                .orElse(true);
    }

    /** Closes the gate for what came back in place of a success, and says what is wrong. */
    void waitOut(Answer trouble) {
        if (trouble instanceof Answer.NotSent) {
            outage.keyMissing(trouble);
        } else if (isKeyTrouble(trouble)) {
            outage.keyRefused(trouble);
        } else {
            outage.unreachable(trouble);
        }
    }

    boolean isKeyTrouble(Answer trouble) {
        return trouble instanceof Answer.Bare bare
                ? bare.http() == UNAUTHORIZED || bare.http() == FORBIDDEN
                : KEY_TROUBLE.contains(statuses.meaning(trouble, false));
    }
}
