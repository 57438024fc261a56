package io.bitroutes.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Runs the receivers of one queue. It starts without a broker, and stops within a bound. */
final class JmsBatchConsumer extends DefaultConsumer {
    private static final long LONGEST_STOP_SECONDS = 5;

    private final JmsBatchEndpoint endpoint;
    private final List<Receiver> receivers = new ArrayList<>();
    private ExecutorService receiving;
    private ExecutorService routing;

    JmsBatchConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        receiving = threads("receive ");
        routing = threads("route ");
        for (int number = 0; number < endpoint.getConsumers(); number++) {
            Receiver receiver = new Receiver(endpoint, this);
            receivers.add(receiver);
            receiving.execute(receiver);
        }
    }

    private ExecutorService threads(String purpose) {
        return endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, purpose + endpoint.getQueue(), endpoint.getConsumers());
    }

    /** Does something on a thread of the route; there is one for each receiver. */
    <T> Future<T> inRoute(Callable<T> work) {
        return routing.submit(work);
    }

    @Override
    protected void doStop() throws Exception {
        receivers.forEach(Receiver::stop);
        receivers.clear();
        receiving.shutdown();
        if (!receiving.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            // A broker that does not answer must not keep the program; what it delivered it will deliver again.
            receiving.shutdownNow();
        }
        routing.shutdownNow();
        super.doStop();
    }
}
