package io.bitroutes.cli;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sandbox alone, for trying things out. */
@Command(name = "sandbox", description = "Starts a BitAnswer to try against and prints its base URL.")
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--port", description = "Port on 127.0.0.1; 0 = any free one (default: ${DEFAULT-VALUE})")
    private int port = 8081;

    @Option(names = "--bitkey", description = "The key it accepts (default: ${DEFAULT-VALUE})")
    private String bitkey = "sandbox";

    @Override
    public Integer call() throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withPort(port)
                .withBitkey(bitkey)
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
}
