package io.bitroutes.http;

/** One try on the wire. Safe for threads. */
@FunctionalInterface
public interface Transport {

    /** Sends it once and waits for what comes back; a failure of the network is an answer too. */
    Answer exchange(ApiRequest request);
}
