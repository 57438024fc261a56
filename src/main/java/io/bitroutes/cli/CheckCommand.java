package io.bitroutes.cli;

import io.bitroutes.config.ConfigException;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.text.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Looks whether everything is there that a run needs, beside a run or before the first one. */
@Command(
        name = "check",
        description =
                "Checks configuration, folders, ledger, routes, schedules, shares, broker, server and key; changes nothing.")
final class CheckCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

    @Override
    public Integer call() {
        ConfigSources sources = ConfigSources.ofThisProcess();
        sources.warnings().forEach(LOG::warn);
        List<Finding> findings = new ArrayList<>();
        Texts texts = Texts.in(Texts.languageOfThisMachine());
        try {
            Settings settings = Settings.from(sources);
            texts = settings.people().texts();
            findings.add(new Finding(
                    true,
                    texts.of("check.configuration"),
                    sources.file().map(Object::toString).orElse(texts.of("check.configuration.no-file"))));
            findings.addAll(new PlaceCheck(settings, texts).findings());
            List<Finding> routes = new RouteCheck(settings, texts).findings();
            findings.addAll(routes);
            findings.addAll(new ScheduleCheck(settings, texts).findings());
            findings.addAll(new BrokerCheck(settings, texts).findings());
            findings.add(server(settings, texts, routes.stream().allMatch(Finding::well)));
        } catch (ConfigException e) {
            for (String problem : e.problems()) {
                findings.add(new Finding(false, texts.of("check.configuration"), problem));
            }
        }
        print(findings, texts);
        return findings.stream().allMatch(Finding::well) ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
    }

    /** The server is asked by a route. */
    private static Finding server(Settings settings, Texts texts, boolean routesAreWell) {
        return routesAreWell
                ? new ServerCheck(settings, texts).finding()
                : new Finding(false, texts.of("check.server"), texts.of("check.server.routes"));
    }

    private static void print(List<Finding> findings, Texts texts) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Finding finding : findings) {
            String mark = finding.well() ? texts.of("check.ok") : texts.of("check.wrong");
            out.println(texts.of("check.line", mark, finding.subject(), finding.text()));
        }
    }
}
