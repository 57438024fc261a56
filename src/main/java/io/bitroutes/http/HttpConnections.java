package io.bitroutes.http;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;

/** The one pool of connections, with every limit set: camel-http's own defaults wait for minutes or for ever. */
public final class HttpConnections {
    private static final Duration KEPT_OPEN = Duration.ofSeconds(60);
    private static final Duration FOR_A_FREE_ONE = Duration.ofMinutes(5);

    private HttpConnections() {}

    /**
     * Sets both schemes up.
     *
     * @param most how many connections; enough for every worker and the harmless read
     */
    public static void configure(CamelContext camel, Duration connectTimeout, Duration responseTimeout, int most) {
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent component = camel.getComponent(scheme, HttpComponent.class);
            component.setConnectTimeout(connectTimeout.toMillis());
            component.setResponseTimeout(responseTimeout.toMillis());
            component.setSoTimeout(responseTimeout.toMillis());
            component.setConnectionRequestTimeout(FOR_A_FREE_ONE.toMillis());
            component.setConnectionTimeToLive(KEPT_OPEN.toMillis());
            component.setMaxTotalConnections(most);
            component.setConnectionsPerRoute(most);
            component.setAutomaticRetriesDisabled(true);
            component.setCookieManagementDisabled(true);
            component.setCopyHeaders(false);
            component.setFollowRedirects(false);
        }
    }
}
