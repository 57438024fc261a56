package io.bitroutes.http;

import io.bitroutes.gate.Gate;
import io.bitroutes.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the gate when BitAnswer cannot be reached or refuses the key, and opens it when the harmless read succeeds. */
public final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final Gate gate;
    private final KeyProof proof;
    private final Texts texts;

    Outage(Gate gate, KeyProof proof, Texts texts) {
        this.gate = gate;
        this.proof = proof;
        this.texts = texts;
    }

    /** BitAnswer does not answer as it should. */
    void unreachable(Answer answer) {
        close(texts.of("outage.unreachable", answer.summary()));
    }

    /** BitAnswer refuses the key, or everything. */
    void keyRefused(Answer answer) {
        close(texts.of("outage.key-refused", answer.summary()));
    }

    /** There is no key to send. */
    void keyMissing(Answer answer) {
        close(texts.of("outage.key-missing", answer.summary()));
    }

    /** While the gate is closed: one harmless read, which opens it when it succeeds. */
    public void probe() {
        if (gate.closure().isPresent() && proof.troubleSince(Moment.now()).isEmpty()) {
            gate.open().ifPresent(closure -> LOG.info("{}", texts.of("outage.over", closure.since())));
        }
    }

    private void close(String reason) {
        if (gate.close(reason)) {
            LOG.warn("{}", reason);
        }
    }
}
