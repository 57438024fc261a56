package io.bitroutes.bus;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code jms-batch:queue}: receives the messages of a queue many at a time, in a transaction. Consumers only. */
public final class JmsBatchComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        JmsBatchEndpoint endpoint = new JmsBatchEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
