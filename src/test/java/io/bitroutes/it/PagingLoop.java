package io.bitroutes.it;

import io.bitroutes.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * The least that any export must do: asks for one page after the other with the HTTP client that camel-http uses, and
 * reads the answers without looking at them.
 */
record PagingLoop(Sandbox sandbox, String bitkey) {
    private static final int LIMIT = 1000;

    /** How long all pages of customers took. */
    Duration read(int rows) throws IOException {
        long begun = System.nanoTime();
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int offset = 0; offset < rows; offset += LIMIT) {
                HttpGet get = new HttpGet(sandbox.baseUrl() + "/customers?offset=" + offset + "&limit=" + LIMIT);
                get.setHeader("bitkey", bitkey);
                client.execute(get, response -> EntityUtils.toByteArray(response.getEntity()));
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
