package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.config.Settings;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.job.DryRun;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Tells what would become of a file. Touches neither home nor state. */
final class ImportTrial {
    private final Settings settings;
    private final Texts texts;
    private final PrintStream out;

    ImportTrial(Settings settings, Texts texts, PrintStream out) {
        this.settings = settings;
        this.texts = texts;
        this.out = out;
    }

    /** The exit code. */
    int run(Operation operation, Path file) throws IOException {
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        try (Interrupt interrupt = Interrupt.listen()) {
            DryRun dryRun = new DryRun(FileParts.trial(settings, interrupt.gate(), texts), scratch, texts);
            return switch (dryRun.tell(operation, file, out::println)) {
                case ALL_GOOD -> ExitCode.FINE;
                case SOME_BAD -> ExitCode.SOME_REJECTED;
                case BROKEN -> ExitCode.COULD_NOT_RUN;
            };
        } catch (StoppingException interrupted) {
            return ExitCode.COULD_NOT_RUN;
        }
    }
}
