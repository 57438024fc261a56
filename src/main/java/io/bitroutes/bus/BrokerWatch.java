package io.bitroutes.bus;

import io.bitroutes.gate.Troubles;
import io.bitroutes.text.Texts;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the broker, or a queue, cannot be used, and once that it can again. Safe for threads. */
public final class BrokerWatch {
    /** The name of this trouble. */
    public static final String SOURCE = "broker";

    private static final int MOST_NAMED = 3;
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
                        queues(),
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

    /** Most often it is all of them. */
    private String queues() {
        String named = failing.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int others = failing.size() - MOST_NAMED;
        return others <= 0 ? named : texts.of("bus.queues-and-others", named, others);
    }

    /** The innermost cause says what is wrong; what is around it says only that something is. */
    private static String reason(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
