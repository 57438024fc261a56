package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.bus.Broker;
import io.bitroutes.bus.Replay;
import io.bitroutes.bus.ReplayChoice;
import io.bitroutes.bus.ReplayReport;
import io.bitroutes.config.BusSettings;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.text.Texts;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives dead letters another try, beside a program that runs or alone. */
@Command(
        name = "replay",
        description = "Moves dead letters of the message bus back to the queues they came from.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that were chosen went back, or none was there",
            "1:some that were chosen stay, as they do not say where they came from",
            "2:could not run"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);

    @Option(names = "--operation", description = "Only those of this operation, such as customers.replace.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--code", description = "Only those with this code, such as REFUSED or UNKNOWN.")
    private Optional<String> code = Optional.empty();

    @Option(names = "--text", description = "Only those with this text in the reason or in the record, in any case.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        ConfigSources sources = ConfigSources.ofThisProcess();
        sources.warnings().forEach(LOG::warn);
        Settings settings = Settings.from(sources);
        Texts texts = settings.people().texts();
        if (!settings.bus().enabled()) {
            throw new IOException(texts.of("replay.no-bus", "bitanswer.bus"));
        }
        Operations operations = Inboxes.catalogue(settings);
        ReplayChoice choice = new ReplayCheck(operations, texts).check(all, new ReplayChoice(operation, code, text));
        return say(replay(settings, texts, choice), texts);
    }

    private static ReplayReport replay(Settings settings, Texts texts, ReplayChoice choice) throws IOException {
        BusSettings bus = settings.bus();
        RoutesContext context = new RoutesContext(settings, texts, "call");
        try {
            Broker broker = BusParts.broker(bus, context.camel());
            return new Replay(broker, bus.queue("deadletter")).run(choice);
        } catch (JMSException e) {
            throw new StartException(texts.of("replay.broker", bus.url(), StartFailure.rootOf(e)), e);
        } finally {
            context.stop();
        }
    }

    private static int say(ReplayReport report, Texts texts) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        report.moved().forEach((queue, count) -> out.println(texts.of("replay.moved", count, queue)));
        if (report.moved().isEmpty()) {
            out.println(texts.of("replay.none"));
        }
        if (report.left() > 0) {
            out.println(texts.of("replay.left", report.left()));
        }
        if (report.homeless() > 0) {
            out.println(texts.of("replay.homeless", report.homeless()));
            return ExitCode.SOME_REJECTED;
        }
        return ExitCode.FINE;
    }
}
