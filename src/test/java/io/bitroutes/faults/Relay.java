package io.bitroutes.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port of its own that leads to another one of this machine, as long as it is open. */
final class Relay implements Closeable {
    private final int target;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private ServerSocket listening;

    /** It is open. */
    Relay(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        port = listening.getLocalPort();
        start(() -> accept(listening));
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = again;
        start(() -> accept(again));
    }

    /** All connections break off. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            socket.close();
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket near = hasty(from.accept());
                Socket far = hasty(new Socket(InetAddress.getLoopbackAddress(), target));
                start(() -> pass(near, far));
                start(() -> pass(far, near));
            } catch (IOException closed) {
                // Whoever connected sees it.
            }
        }
    }

    /** What comes in pieces is passed on at once: else each piece waits 40 ms for the word that the one before arrived. */
    private Socket hasty(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream bytes = from.getInputStream();
            bytes.transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // The other end sees it: both are closed.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
