package io.bitroutes.bus;

import io.bitroutes.gate.Troubles;
import io.bitroutes.text.Texts;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the broker, or a queue, cannot be used, and once that it can again. Safe for threads. */
public final class BrokerWatch {
    /** The name of this trouble. */
    public static final String SOURCE = "broker";

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final String address;
    private final Troubles troubles;
    private final Texts texts;
    private final TreeMap<String, String> failing = new TreeMap<>();

    /** @param address of the broker, for people */
    public BrokerWatch(String address, Troubles troubles, Texts texts) {
        this.address = address;
        this.troubles = troubles;
        this.texts = texts;
    }

    /** Nothing can be received from that queue. */
    synchronized void failed(String queue, Exception failure) {
        LOG.debug("queue {}", queue, failure);
        failing.put(queue, reason(failure));
        report();
    }

    /** Messages of that queue can be received. */
    synchronized void works(String queue) {
        if (failing.remove(queue) != null) {
            report();
        }
    }

    /** Why nothing can be received from some queue; empty when all is well. */
    public synchronized Optional<String> reason() {
        return failing.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.of(
                        "bus.broker-down",
                        address,
                        String.join(", ", failing.keySet()),
                        failing.firstEntry().getValue()));
    }

    private void report() {
        Optional<String> reason = reason();
        if (reason.isEmpty()) {
            troubles.clear(SOURCE);
            LOG.info("{}", texts.of("bus.broker-back", address));
        } else if (troubles.report(SOURCE, reason.get(), Troubles.Effect.SAID)) {
            LOG.warn("{}", reason.get());
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
