package io.bitroutes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are told theirs. They are not from the range out of which systems give connections theirs:
 * between being found free and being used, such a port can go to a connection of anybody. Safe for threads.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int PORTS = 12_000;

    /** Other processes test at the same time. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private FreePort() {}

    /** One that nobody listens on, and that is not given out again for a long time. */
    public static int next() {
        for (int tried = 0; tried < PORTS; tried++) {
            int port = FIRST + NEXT.getAndIncrement() % PORTS;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
