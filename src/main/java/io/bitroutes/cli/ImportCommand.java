package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes one file to its receipt, beside a program that runs or alone. */
@Command(
        name = "import",
        description = "Sends one file and waits for its receipt; the file itself stays where it is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all records confirmed",
            "1:done or stopped, and some records came back",
            "2:could not run, or the file was refused whole"
        })
final class ImportCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);

    @Parameters(index = "0", description = "What is done with the records, such as customers.replace.")
    private String operation;

    @Parameters(index = "1", description = "A CSV or JSON file.")
    private Path file;

    @Option(names = "--dry-run", description = "Only check the file: sends nothing, leaves nothing behind.")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        ConfigSources sources = ConfigSources.ofThisProcess();
        sources.warnings().forEach(LOG::warn);
        Settings settings = Settings.from(sources);
        Texts texts = settings.people().texts();
        Operation found = new ImportCheck(Inboxes.catalogue(settings), settings, texts).check(operation, file);
        return dryRun
                ? new ImportTrial(settings, texts, System.out).run(found, file)
                : new Import(settings, texts, System.out).run(found, file);
    }
}
