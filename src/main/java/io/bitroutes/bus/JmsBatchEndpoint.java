package io.bitroutes.bus;

import java.time.Duration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * One queue. The body of an exchange is the {@link BusMessages} of one transaction, of which further ones come while the
 * route works the first; its property {@link BusTurn#PROPERTY} is where the route says that they are settled, and what goes
 * to the queue of dead letters.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "jms-batch",
        title = "JMS Batch",
        syntax = "jms-batch:queue",
        consumerOnly = true,
        category = {Category.MESSAGING})
public final class JmsBatchEndpoint extends DefaultEndpoint {
    @UriPath(description = "The name of the queue")
    private final String queue;

    @UriParam(description = "What connects to the broker, and what all consumers share")
    private BusLines lines;

    @UriParam(description = "The queue to which dead letters go")
    private String deadLetterQueue = "";

    @UriParam(description = "The most records of a body that is sent", defaultValue = "1000")
    private int batchSize = 1000;

    @UriParam(description = "The most bodies of a transaction", defaultValue = "1")
    private int bodies = 1;

    @UriParam(description = "How long a transaction that is not full waits for more messages", defaultValue = "500")
    private Duration linger = Duration.ofMillis(500);

    @UriParam(description = "How many sessions receive from the queue", defaultValue = "1")
    private int consumers = 1;

    @UriParam(description = "Whether nothing is received in an outage of BitAnswer", defaultValue = "true")
    private boolean obeysGate = true;

    JmsBatchEndpoint(String uri, JmsBatchComponent component, String queue) {
        super(uri, component);
        this.queue = queue;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("jms-batch only receives");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (lines == null) {
            throw new IllegalArgumentException("jms-batch:" + queue + " needs the parameter lines, such as #busLines");
        }
        JmsBatchConsumer consumer = new JmsBatchConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The name of the queue. */
    public String getQueue() {
        return queue;
    }

    /** What connects to the broker. */
    public BusLines getLines() {
        return lines;
    }

    public void setLines(BusLines lines) {
        this.lines = lines;
    }

    /** The queue to which dead letters go. */
    public String getDeadLetterQueue() {
        return deadLetterQueue;
    }

    public void setDeadLetterQueue(String deadLetterQueue) {
        this.deadLetterQueue = deadLetterQueue;
    }

    /** The most records of a body that is sent. */
    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    /** How many of these bodies one transaction may fill. */
    public int getBodies() {
        return bodies;
    }

    public void setBodies(int bodies) {
        this.bodies = bodies;
    }

    /** How long a transaction that is not full waits for more messages. */
    public Duration getLinger() {
        return linger;
    }

    public void setLinger(Duration linger) {
        this.linger = linger;
    }

    /** How many sessions receive from the queue. */
    public int getConsumers() {
        return consumers;
    }

    public void setConsumers(int consumers) {
        this.consumers = consumers;
    }

    /** Whether nothing is received in an outage of BitAnswer. */
    public boolean isObeysGate() {
        return obeysGate;
    }

    public void setObeysGate(boolean obeysGate) {
        this.obeysGate = obeysGate;
    }
}
