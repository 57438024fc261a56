package io.bitroutes.http;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Sends a request through the {@code call} route. */
public final class CamelTransport implements Transport {
    private static final String ROUTE = "direct:call";

    private final ProducerTemplate template;
    private final Endpoint route;

    /** @param template of the context that has the {@code call} route */
    public CamelTransport(ProducerTemplate template) {
        this.template = template;
        this.route = template.getCamelContext().getEndpoint(ROUTE);
    }

    @Override
    public Answer exchange(ApiRequest request) {
        Exchange exchange = template.request(route, out -> out.getMessage().setBody(request));
        Exception failure = exchange.getException();
        return failure == null
                ? exchange.getMessage().getBody(Answer.class)
                : Failure.answer(failure, SentKey.hide(exchange, Failure.summary(failure)));
    }
}
