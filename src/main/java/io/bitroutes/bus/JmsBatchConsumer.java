package io.bitroutes.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Runs the receivers of one queue. It starts without a broker, and stops within a bound. */
final class JmsBatchConsumer extends DefaultConsumer {
    private static final long LONGEST_STOP_SECONDS = 5;

    private final JmsBatchEndpoint endpoint;
    private final List<Receiver> receivers = new ArrayList<>();
    private ExecutorService threads;

    JmsBatchConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "receive " + endpoint.getQueue(), endpoint.getConsumers());
        for (int number = 0; number < endpoint.getConsumers(); number++) {
            Receiver receiver = new Receiver(endpoint, this);
            receivers.add(receiver);
            threads.execute(receiver);
        }
    }

    @Override
    protected void doStop() throws Exception {
        receivers.forEach(Receiver::stop);
        receivers.clear();
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            // A broker that does not answer must not keep the program; what it delivered it will deliver again.
            threads.shutdownNow();
        }
        super.doStop();
    }
}
