package io.bitroutes.faults;

import io.bitroutes.ArtemisServer;
import io.bitroutes.FreePort;
import io.bitroutes.it.Queues;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Artemis in a process of its own, which is killed and started again. */
final class ArtemisFaultBroker implements FaultBroker {
    private final String scheme;
    private final int port = FreePort.next();
    private final Path journal;
    private final int deliveries;
    private ArtemisServer server;

    /**
     * @param scheme by which protocol the program speaks with it
     * @param deliveries after how many it gives a message up
     */
    ArtemisFaultBroker(String scheme, Path folder, int deliveries) throws IOException {
        this.scheme = scheme;
        this.journal = folder.resolve("artemis");
        this.deliveries = deliveries;
        giveBack();
    }

    @Override
    public String url() {
        return scheme + "://127.0.0.1:" + port;
    }

    @Override
    public String prefix() {
        return "bitanswer.";
    }

    @Override
    public Queues queues() throws JMSException {
        return Queues.of(new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port));
    }

    @Override
    public void takeAway() {
        server.close();
    }

    @Override
    public void giveBack() throws IOException {
        server = ArtemisServer.start(port, journal, deliveries);
    }

    @Override
    public void close() {
        server.close();
    }
}
