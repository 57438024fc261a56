package io.bitroutes.http;

import io.bitroutes.api.Operation;
import io.bitroutes.gate.Gate;
import io.bitroutes.text.Texts;
import java.util.Optional;

/**
 * Takes a request to an answer that decides: repeats it under the same id while BitAnswer does not answer as it should,
 * and waits at the gate in an outage. Safe for threads.
 */
public final class ApiClient {
    final Transport transport;
    final Gate gate;
    final Rate rate;
    final Backoff backoff;
    final Statuses statuses;
    final KeyProof proof;
    final Outage outage;

    /** @param list the read that changes nothing: {@code customers.list} */
    public ApiClient(
            Transport transport,
            Gate gate,
            Rate rate,
            Backoff backoff,
            Statuses statuses,
            Operation list,
            Texts texts) {
        this.transport = transport;
        this.gate = gate;
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
        return new Sending(this, request, unanswered).untilAnswered();
    }

    /**
     * Sends a request until it is answered, but waits for no outage: for whoever waits for the answer.
     *
     * @param deadline when no further try begins
     * @return empty if the gate is closed or closes before there is an answer, or the deadline passes
     * @throws io.bitroutes.gate.StoppingException if the program stops before that
     */
    public Optional<Reply> sendBefore(Moment deadline, ApiRequest request) {
        return new Sending(this, request, false).before(deadline);
    }

    /**
     * Whether the key works, shown by something begun after the refusal. If not, the gate is closed, and the refusal is
     * no verdict: the request is to go again.
     */
    public boolean keyWorksSince(Moment refusal) {
        return proof.troubleSince(refusal)
                .map(trouble -> {
                    waitOut(trouble);
                    return false;
                })
                .orElse(true);
    }

    private void waitOut(Answer trouble) {
        switch (statuses.meaning(trouble, false)) {
            case REFUSED, STOP -> outage.keyRefused(trouble);
            default -> outage.unreachable(trouble);
        }
    }
}
