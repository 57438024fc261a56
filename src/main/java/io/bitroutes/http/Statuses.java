package io.bitroutes.http;

import java.util.Set;

/**
 * What the configuration says of the envelope's codes; any other non-zero code condemns the request that got it.
 *
 * @param retry codes that pass by themselves
 * @param stop codes that no request can get past: the key, the account
 * @param repeat codes that mean "already done"
 */
public record Statuses(Set<Long> retry, Set<Long> stop, Set<Long> repeat) {
    private static final Set<Integer> PASSING_HTTP = Set.of(408, 429, 502, 503, 504);

    public Statuses {
        retry = Set.copyOf(retry);
        stop = Set.copyOf(stop);
        repeat = Set.copyOf(repeat);
    }

    /** What one answer means for its request. */
    enum Meaning {
        DONE,
        AGAIN,
        NOT_SENT,
        STOP,
        REPEATED,
        REFUSED,
        REFUSED_WITHOUT_ENVELOPE
    }

    Meaning meaning(Answer answer, boolean sentBefore) {
        if (answer instanceof Answer.Enveloped enveloped && !PASSING_HTTP.contains(enveloped.http())) {
            return ofEnvelope(enveloped, sentBefore);
        }
        if (answer instanceof Answer.Bare bare && bare.http() / 100 == 4 && !PASSING_HTTP.contains(bare.http())) {
            return Meaning.REFUSED_WITHOUT_ENVELOPE;
        }
        if (answer instanceof Answer.NotSent notSent) {
            return notSent.forWantOfAKey() ? Meaning.STOP : Meaning.NOT_SENT;
        }
        return Meaning.AGAIN;
    }

    private Meaning ofEnvelope(Answer.Enveloped answer, boolean sentBefore) {
        long status = answer.envelope().status();
        if (answer.envelope().done()) {
            return answer.done() ? Meaning.DONE : Meaning.AGAIN;
        }
        if (retry.contains(status)) {
            return Meaning.AGAIN;
        }
        if (stop.contains(status)) {
            return Meaning.STOP;
        }
        return sentBefore && repeat.contains(status) ? Meaning.REPEATED : Meaning.REFUSED;
    }
}
