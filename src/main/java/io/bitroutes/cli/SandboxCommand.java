package io.bitroutes.cli;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sandbox alone, for trying things out. */
@Command(name = "sandbox", description = "Starts a BitAnswer to try against and prints its base URL.")
final class SandboxCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            description = "Address to listen on; 0.0.0.0 = every one, for containers (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Port on that address; 0 = any free one (default: ${DEFAULT-VALUE})")
    private int port = 8081;

    @Option(names = "--bitkey", description = "The key it accepts (default: ${DEFAULT-VALUE})")
    private String bitkey = "sandbox";

    @Option(names = "--bitkey-file", description = "A file that holds the key it accepts, instead of --bitkey.")
    private Optional<Path> bitkeyFile = Optional.empty();

    @Override
    public Integer call() throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withHost(host)
                .withPort(port)
                .withBitkey(key())
                .withKeepRequests(false)
                .withKeepOracle(false);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Sandbox sandbox = Sandbox.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            System.out.println("ready  " + sandbox.baseUrl());
            System.out.flush();
            stopped.await();
        }
        return ExitCode.FINE;
    }

    private String key() throws IOException {
        return bitkeyFile.isPresent() ? Files.readString(bitkeyFile.get()).strip() : bitkey;
    }
}
