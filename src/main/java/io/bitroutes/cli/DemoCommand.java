package io.bitroutes.cli;

import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job, on samples, against a sandbox in this process. */
@Command(
        name = "demo",
        description =
                "Drops the samples into a fresh home, works them against a sandbox, shows what became of them, sends messages,"
                        + " and exports.")
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--home",
            description =
                    "A folder of its own for this demo; it must be empty or absent (default: a new temporary one)")
    private Path folder;

    @Option(names = "--stay", description = "Keep running afterwards, to drop files of your own.")
    private boolean stay;

    @Override
    public Integer call() throws Exception {
        Texts texts = Texts.in(Texts.languageOfThisMachine());
        Path home = freshHome(texts);
        String key = UUID.randomUUID().toString();
        int port = freePort();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(key));
                Bundle bundle = Bundle.start(settings(home, sandbox, key, port))) {
            System.out.println(texts.of("demo.begin", sandbox.baseUrl(), home) + "\n");
            boolean asForeseen = new Demo(bundle, home, System.out).run();
            asForeseen &= new DemoBus(bundle.broker(), bundle.parts().settings.bus(), texts, System.out).run();
            System.out.println(holdings(texts, sandbox));
            new DemoExport(bundle, home, texts, System.out).run();
            System.out.println(texts.of(asForeseen ? "demo.as-foreseen" : "demo.not-as-foreseen"));
            if (stay) {
                System.out.println(texts.of("demo.stay", home.resolve("inbox"), "tcp://127.0.0.1:" + port));
                Runtime.getRuntime().addShutdownHook(new Thread(bundle::close, "stop"));
                bundle.untilClosed();
            }
            return asForeseen ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
        }
    }

    private static String holdings(Texts texts, Sandbox sandbox) {
        int items =
                sandbox.state().datas().values().stream().mapToInt(Map::size).sum();
        return texts.of(
                "demo.holds",
                sandbox.state().customerCount(),
                sandbox.state().products().size(),
                items);
    }

    private Path freshHome(Texts texts) throws IOException {
        if (folder == null) {
            return Files.createTempDirectory("bitanswer-demo-");
        }
        Files.createDirectories(folder);
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IOException(texts.of("demo.not-empty", folder));
            }
        }
        return folder.toAbsolutePath().normalize();
    }

    private static Settings settings(Path home, Sandbox sandbox, String key, int port) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of(
                "bitanswer.home",
                home.toString(),
                "bitanswer.base-url",
                sandbox.baseUrl().toString(),
                "bitanswer.bitkey",
                key,
                "bitanswer.inbox.settle",
                "100ms",
                "bitanswer.inbox.operations",
                "all"));
        given.putAll(Map.of(
                "bitanswer.bus",
                "jms",
                "bitanswer.jms.url",
                "embedded:" + port,
                "bitanswer.jms.operations",
                operations(),
                "bitanswer.jms.linger",
                "50ms"));
        return Settings.from(ConfigSources.of(given));
    }

    private static String operations() throws IOException {
        return SampleMessage.all().stream()
                .map(SampleMessage::operation)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
