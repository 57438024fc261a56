package io.bitroutes.cli;

import io.bitroutes.bus.Broker;
import io.bitroutes.bus.BrokerWatch;
import io.bitroutes.bus.ConnectionFactories;
import io.bitroutes.bus.EmbeddedBroker;
import io.bitroutes.bus.Replies;
import io.bitroutes.config.BusSettings;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bus of a run is made of: the broker of this process where it is wanted, and what connects to a broker. */
final class BusParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BusParts.class);
    private static final Duration LIFE_OF_A_REPLY = Duration.ofHours(1);

    final Broker broker;
    final BrokerWatch watch;
    final Replies replies;
    private final Optional<EmbeddedBroker> embedded;

    private BusParts(Parts parts, Broker broker, Optional<EmbeddedBroker> embedded) {
        this.broker = broker;
        this.embedded = embedded;
        this.watch = new BrokerWatch(broker.address(), parts.gate.troubles(), parts.texts);
        this.replies = Replies.start(broker, LIFE_OF_A_REPLY, parts.texts);
    }

    /**
     * The bus, if there is to be one. A broker elsewhere need not be there yet.
     *
     * @throws IOException if the address cannot be used, or the broker of this process does not start
     */
    static Optional<BusParts> start(Parts parts, CamelContext camel) throws IOException {
        BusSettings settings = parts.settings.bus();
        if (!settings.enabled()) {
            return Optional.empty();
        }
        Broker broker = broker(settings, camel);
        Optional<EmbeddedBroker> embedded =
                EmbeddedBroker.isWanted(settings) ? Optional.of(embedded(parts)) : Optional.empty();
        return Optional.of(new BusParts(parts, broker, embedded));
    }

    /** @throws IOException if there is no such client, or a key store cannot be read */
    static Broker broker(BusSettings settings, CamelContext camel) throws IOException {
        try {
            return new ConnectionFactories(
                            settings,
                            name -> Optional.ofNullable(
                                    camel.getRegistry().lookupByNameAndType(name, ConnectionFactory.class)))
                    .broker();
        } catch (JMSException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static EmbeddedBroker embedded(Parts parts) throws IOException {
        BusSettings settings = parts.settings.bus();
        try {
            return EmbeddedBroker.start(settings, parts.settings.home().state());
        } catch (IOException e) {
            throw new StartException(
                    parts.texts.of("start.broker", settings.url(), StartFailure.rootOf(e), "bitanswer.jms.url"), e);
        }
    }

    /** After the routes: what was answered last is still sent, then nobody needs the broker any more. */
    @Override
    public void close() {
        replies.close();
        embedded.ifPresent(BusParts::stop);
    }

    private static void stop(EmbeddedBroker running) {
        try {
            running.close();
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
        }
    }
}
