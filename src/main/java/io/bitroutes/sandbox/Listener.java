package io.bitroutes.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/** The listening socket, which can go down and come back on the same port. Safe for use by many threads. */
final class Listener {
    static {
        // Read once by the server's class: without it a kept-alive connection answers 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int BACKLOG = 256;

    private final ExecutorService workers;
    private InetSocketAddress address;
    private HttpHandler handler;
    private HttpServer server;

    Listener(InetSocketAddress address, ExecutorService workers) {
        this.address = address;
        this.workers = workers;
    }

    synchronized void start(HttpHandler serving) throws IOException {
        handler = serving;
        listen();
    }

    synchronized void open() {
        if (server == null) {
            try {
                listen();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on " + address + " again", e);
            }
        }
    }

    synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized InetSocketAddress address() {
        return address;
    }

    private void listen() throws IOException {
        server = HttpServer.create(address, BACKLOG);
        server.createContext("/", handler);
        server.setExecutor(workers);
        server.start();
        address = server.getAddress();
    }
}
