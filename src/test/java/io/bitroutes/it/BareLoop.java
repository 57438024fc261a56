package io.bitroutes.it;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The least that any program must do: posts bodies with the HTTP client that camel-http uses, as many at a time as the
 * program does by default, and reads the answers without looking at them.
 */
record BareLoop(URI baseUrl, String bitkey) {
    private static final int THREADS = 4;

    /** How long all of them took. */
    Duration post(List<String> bodies) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (CloseableHttpClient client = client()) {
            List<Callable<Integer>> posts = new ArrayList<>();
            bodies.forEach(body -> posts.add(() -> post(client, body)));
            long begun = System.nanoTime();
            for (Future<Integer> code : threads.invokeAll(posts)) {
                code.get();
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } finally {
            threads.shutdownNow();
        }
    }

    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(THREADS)
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    private int post(CloseableHttpClient client, String body) throws IOException {
        HttpPost post = new HttpPost(baseUrl + "/customers");
        post.setHeader("bitkey", bitkey);
        post.setHeader("x-bit-req-id", UUID.randomUUID().toString().replace("-", ""));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return client.execute(post, response -> {
            EntityUtils.consume(response.getEntity());
            return response.getCode();
        });
    }
}
