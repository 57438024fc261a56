package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.config.Settings;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.job.Drop;
import io.bitroutes.job.Drop.Dropped;
import io.bitroutes.job.Home;
import io.bitroutes.job.JobEnd;
import io.bitroutes.ledger.StateLock;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Drops one file into the inbox and follows it; works it itself when no program does. */
final class Import {
    private final Settings settings;
    private final Home home;
    private final Texts texts;
    private final PrintStream out;
    private final Progress progress;

    Import(Settings settings, Texts texts, PrintStream out) {
        this.settings = settings;
        this.home = new Home(settings.home().home(), settings.people().zone());
        this.texts = texts;
        this.out = out;
        this.progress = Terminal.isThere() ? new ProgressBar(out, texts) : new ProgressLines(out, texts);
    }

    /** The exit code. */
    int run(Operation operation, Path file) throws IOException {
        Optional<StateLock> lock = new StateFolder(settings).tryTake();
        try (Interrupt interrupt = Interrupt.listen();
                Bundle alone = lock.isEmpty() ? null : Bundle.startFor(settings, lock.get(), operation, file)) {
            Worker worker = Worker.of(settings.home().state(), alone != null, texts);
            return follow(operation, file, interrupt, worker);
        }
    }

    private int follow(Operation operation, Path file, Interrupt interrupt, Worker worker) throws IOException {
        ImportWatch watch =
                new ImportWatch(settings.ledger(), settings.home().state(), worker, interrupt.gate(), progress, texts);
        try {
            watch.say(whoWorks(worker));
            Dropped dropped = drop(operation, file, watch);
            return end(JobEnd.of(watch.untilDone(dropped), home, texts));
        } catch (StoppingException interrupted) {
            progress.end();
            out.println(worker.isHere() ? texts.of("import.left") : texts.of("import.goes-on"));
            return ExitCode.COULD_NOT_RUN;
        }
    }

    private String whoWorks(Worker worker) {
        if (!worker.isHere()) {
            return texts.of("import.beside");
        }
        return settings.ledger().url().isPresent() ? texts.of("import.among-others") : texts.of("import.alone");
    }

    private Dropped drop(Operation operation, Path file, ImportWatch watch) throws IOException {
        if (Files.notExists(home.inbox(operation.id()))) {
            throw new IOException(texts.of("import.no-folder", home.inbox(operation.id())));
        }
        try (Drop drop = Drop.copy(file, operation.id(), home)) {
            for (; ; watch.pause()) {
                Optional<Dropped> dropped = drop.attempt();
                if (dropped.isPresent()) {
                    return dropped.get();
                }
                watch.say(texts.of("import.waits-for-name", file.getFileName()));
            }
        }
    }

    private int end(JobEnd end) {
        out.println();
        out.print(end.text());
        out.flush();
        return end.receipt()
                .map(receipt -> receipt.allConfirmed() ? ExitCode.FINE : ExitCode.SOME_REJECTED)
                .orElse(ExitCode.COULD_NOT_RUN);
    }
}
