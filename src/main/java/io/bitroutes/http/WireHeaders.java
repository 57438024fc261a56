package io.bitroutes.http;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** The only headers that leave for BitAnswer, and the only one that matters in its answers. */
public final class WireHeaders implements HeaderFilterStrategy {
    private static final Set<String> OUT = Set.of(Wire.KEY, Wire.REQUEST_ID);
    private static final Set<String> IN = Set.of("retry-after");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name.toLowerCase(Locale.ROOT));
    }
}
