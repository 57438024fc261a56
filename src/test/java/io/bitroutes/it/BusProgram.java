package io.bitroutes.it;

import io.bitroutes.FreePort;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program that keeps the broker itself, with a sandbox. It starts with the first class that wants it, and ends when all
 * tests have run.
 *
 * @param port of the broker
 */
record BusProgram(Path folder, int port, Sandbox sandbox, Launch launch, Program program) implements AutoCloseable {
    static final Duration LINGER = Duration.ofMillis(200);

    static BusProgram sharedBy(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(BusProgram.class, key -> start(), BusProgram.class);
    }

    private static BusProgram start() {
        try {
            Path folder = Files.createTempDirectory("bus");
            int port = FreePort.next();
            Sandbox sandbox = Sandbox.start(
                    SandboxOptions.defaults().withBitkey(SandboxTestBase.BITKEY).withKeepBodies(true));
            Launch launch = Launch.in(folder)
                    .against(sandbox, SandboxTestBase.BITKEY)
                    .with("BUS", "jms")
                    .with("JMS_URL", "embedded:" + port)
                    .with("JMS_LINGER", LINGER.toMillis() + "ms")
                    .with("JMS_ASK_MAX_SIZE", "60KB")
                    .with("RETRY_ATTEMPTS", "2");
            return new BusProgram(folder, port, sandbox, launch, launch.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        program.close();
        sandbox.close();
        Folders.delete(folder);
    }
}
