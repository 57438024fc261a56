package io.bitroutes.cli;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program: {@code java -jar bitanswer-routes.jar <command>}. */
@Command(
        name = "bitanswer-routes",
        description = "Moves files and messages into BitAnswer.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProgramVersion.class,
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            CheckCommand.class,
            DemoCommand.class,
            SandboxCommand.class
        })
public final class BitanswerRoutes {
    private BitanswerRoutes() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) throws IOException {
        Texts texts = Texts.in(Texts.languageOfThisMachine());
        if (!FileNames.areUtf8()) {
            System.err.println(texts.of("start.encoding", FileNames.encoding()));
            System.exit(ExitCode.COULD_NOT_RUN);
        }
        ExtensionJars.use();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        return new CommandLine(new BitanswerRoutes())
                .setOut(out)
                .setExecutionExceptionHandler(new StartFailure())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
