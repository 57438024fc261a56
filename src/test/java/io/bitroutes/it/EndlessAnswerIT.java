package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose answer is no JSON, and never ends: its connection is closed, and the request goes again. */
class EndlessAnswerIT {
    private static final int ENOUGH = 3;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 9000000000000", "Transfer-Encoding: chunked"})
    void itsEndIsNotWaitedFor(String length, @TempDir Path folder) throws IOException {
        AtomicInteger given = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            accept(server, length, given);
            Launch launch = Launch.in(folder)
                    .with("BASE_URL", "http://127.0.0.1:" + server.getLocalPort() + "/bitanswer/api")
                    .with("BITKEY", "sandbox");

            try (Program export = launch.spawn("export", "customers.list", "--to", "-")) {
                Waiting.until("answers left unread", () -> given.get() >= ENOUGH || !export.isAlive());

                assertThat(export.isAlive()).as(export.errors()).isTrue();
            }
        }
    }

    private static void accept(ServerSocket server, String length, AtomicInteger given) {
        start(() -> {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                start(() -> answer(connection, length, given));
            }
        });
    }

    private static void answer(Socket connection, String length, AtomicInteger given) throws IOException {
        String some = "<html>".repeat(500);
        String piece =
                length.startsWith("Transfer") ? Integer.toHexString(some.length()) + "\r\n" + some + "\r\n" : some;
        try (connection;
                OutputStream out = connection.getOutputStream()) {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + length + "\r\n\r\n"));
            while (true) {
                out.write(bytes(piece));
            }
        } finally {
            given.incrementAndGet();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Serving {
        void serve() throws IOException;
    }

    /** A connection that was closed is what ends it. */
    private static void start(Serving serving) {
        Thread thread = new Thread(
                () -> {
                    try {
                        serving.serve();
                    } catch (IOException closed) {
                        assertThat(closed).isNotNull();
                    }
                },
                "endless-answer");
        thread.setDaemon(true);
        thread.start();
    }
}
