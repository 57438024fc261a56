package io.bitroutes.cli;

import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job, on samples, against a sandbox in this process. */
@Command(
        name = "demo",
        description =
                "Drops the samples into a fresh home, works them against a sandbox, shows what became of them, and exports.")
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
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(key));
                Bundle bundle = Bundle.start(settings(home, sandbox, key))) {
            System.out.println(texts.of("demo.begin", sandbox.baseUrl(), home) + "\n");
            boolean asForeseen = new Demo(bundle, home, System.out).run();
            System.out.println(holdings(texts, sandbox));
            new DemoExport(bundle, home, texts, System.out).run();
            System.out.println(texts.of(asForeseen ? "demo.as-foreseen" : "demo.not-as-foreseen"));
            if (stay) {
                System.out.println(texts.of("demo.stay", home.resolve("inbox")));
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

    private static Settings settings(Path home, Sandbox sandbox, String key) throws Exception {
        return Settings.from(ConfigSources.of(Map.of(
                "bitanswer.home",
                home.toString(),
                "bitanswer.base-url",
                sandbox.baseUrl().toString(),
                "bitanswer.bitkey",
                key,
                "bitanswer.inbox.settle",
                "100ms",
                "bitanswer.inbox.operations",
                "all")));
    }
}
