package io.bitroutes.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The least that BitAnswer must do, for measures of the program alone: reads bodies of records whole and lists all of
 * them in its answers, as they came. It keeps them, so that it can be seen afterwards what they brought.
 */
final class ListingServer implements AutoCloseable {
    static {
        // Read once by the server's class: without it a kept-alive connection answers 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] BEFORE = "{\"status\":0,\"data\":{\"items\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "}}".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Arrival> arrivals = new ArrayList<>();

    /**
     * A body that came.
     *
     * @param at when, by {@link System#nanoTime}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Arrival(long at, int records, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private ListingServer(HttpServer server) {
        this.server = server;
    }

    static ListingServer start() throws IOException {
        ListingServer listing =
                new ListingServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        listing.server.createContext("/", listing::answer);
        listing.server.setExecutor(listing.workers);
        listing.server.start();
        return listing;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bitanswer/api");
    }

    /** Those so far, as they came. */
    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        long at = System.nanoTime();
        exchange.sendResponseHeaders(200, (long) BEFORE.length + body.length + AFTER.length);
        try (OutputStream answer = exchange.getResponseBody()) {
            answer.write(BEFORE);
            answer.write(body);
            answer.write(AFTER);
        }
        note(new Arrival(at, records(body), body));
    }

    private synchronized void note(Arrival arrival) {
        arrivals.add(arrival);
    }

    /** Records without objects in them. */
    private static int records(byte[] body) {
        int records = 0;
        for (byte sign : body) {
            records += sign == '{' ? 1 : 0;
        }
        return records;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
