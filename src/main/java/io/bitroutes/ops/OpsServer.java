package io.bitroutes.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bitroutes.ops.Health.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Health and metrics over HTTP, for machines. Four addresses, each answered from memory; nothing else is there, no file is
 * served, nothing can be changed.
 */
public final class OpsServer implements AutoCloseable {
    static {
        // Read once by the server's class: a client that sends nothing must not keep a thread.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
    }

    private static final int THREADS = 2;
    private static final int WAITING = 50;
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Map<String, Supplier<Page>> pages;

    /** What one address answers. */
    private record Page(int code, String type, String content) {
        static Page of(State state) {
            return new Page(state.up() ? 200 : 503, JSON, state.json());
        }
    }

    private OpsServer(HttpServer server, Health health, Metrics metrics) {
        this.server = server;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), OpsServer::thread);
        this.pages = Map.of(
                "/observe/health", () -> Page.of(health.state()),
                "/observe/health/live", () -> Page.of(health.live()),
                "/observe/health/ready", () -> Page.of(health.ready()),
                "/observe/metrics", () -> new Page(200, PROMETHEUS, metrics.scrape()));
    }

    /**
     * Begins to answer.
     *
     * @param port 0 = any free one
     * @throws IOException if there is no such address here, or the port is in use
     */
    public static OpsServer listen(String host, int port, Health health, Metrics metrics) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        OpsServer ops = new OpsServer(HttpServer.create(address, WAITING), health, metrics);
        ops.server.createContext("/", ops::answer);
        ops.server.setExecutor(ops.threads);
        ops.server.start();
        return ops;
    }

    /** The port it became. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The path as it was sent: nothing is decoded, so nothing can be made to look like another path.
            Supplier<Page> page = pages.get(exchange.getRequestURI().getRawPath());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (head || exchange.getRequestMethod().equals("GET")) {
                send(exchange, page.get(), head);
            } else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, Page page, boolean head) throws IOException {
        byte[] content = page.content().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(page.code(), head ? -1 : content.length);
        if (!head) {
            exchange.getResponseBody().write(content);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ops");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        ((ExecutorService) threads).shutdownNow();
    }
}
