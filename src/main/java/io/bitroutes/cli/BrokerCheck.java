package io.bitroutes.cli;

import io.bitroutes.bus.Broker;
import io.bitroutes.bus.EmbeddedBroker;
import io.bitroutes.bus.Link;
import io.bitroutes.config.BusSettings;
import io.bitroutes.config.Settings;
import io.bitroutes.text.Texts;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** Whether the broker lets us in, and how it is told to give no message up. It makes no queue. */
final class BrokerCheck {
    private final Settings settings;
    private final BusSettings bus;
    private final Texts texts;

    BrokerCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.bus = settings.bus();
        this.texts = texts;
    }

    /** None, if there is to be no bus. */
    List<Finding> findings() {
        if (!bus.enabled()) {
            return List.of();
        }
        if (EmbeddedBroker.isWanted(bus) && isFree()) {
            return List.of(new Finding(true, texts.of("check.broker"), texts.of("check.broker.embedded", bus.url())));
        }
        return List.of(connected());
    }

    /** A broker of this process is there only while a run is. */
    private boolean isFree() {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(bus.url().substring(bus.url().indexOf(':') + 1)))) {
            return !socket.isConnected();
        } catch (IOException nobodyListens) {
            return true;
        }
    }

    private Finding connected() {
        String subject = texts.of("check.broker");
        RoutesContext context = null;
        try {
            context = new RoutesContext(settings, texts, "call");
            Broker broker = BusParts.broker(bus, context.camel());
            connect(broker);
            return new Finding(
                    true, subject, texts.of("check.broker.well", broker.address(), texts.of("check.limit." + kind())));
        } catch (IOException | JMSException | RuntimeException e) {
            return new Finding(false, subject, texts.of("check.broker.unreachable", bus.url(), StartFailure.rootOf(e)));
        } finally {
            if (context != null) {
                context.stop();
            }
        }
    }

    private static void connect(Broker broker) throws JMSException {
        try (Link link = broker.connect()) {
            link.connection().start();
        }
    }

    private String kind() {
        for (String scheme : List.of("embedded", "bean", "rabbitmq")) {
            if (bus.url().startsWith(scheme)) {
                return scheme;
            }
        }
        return bus.url().contains("amqp") ? "amqp" : "artemis";
    }
}
