package io.bitroutes.cli;

import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Works until it is told to stop. */
@Command(name = "run", description = "Starts the routes and works until it is stopped.")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Override
    public Integer call() throws Exception {
        ConfigSources sources = ConfigSources.ofThisProcess();
        sources.warnings().forEach(LOG::warn);
        Settings settings = Settings.from(sources);
        Bundle bundle = Bundle.startServed(settings);
        LOG.info(
                "routes from {}",
                RouteFiles.pattern(settings.home().routes(), settings.people().texts()));
        new OrderlyEnd(bundle::close, settings.home().shutdownTimeout()).whenTold();
        System.out.println("ready  home " + settings.home().home() + "  server "
                + settings.api().baseUrl() + "  ops http://"
                + address(settings.ops().host()) + ":" + bundle.opsPort().orElseThrow());
        System.out.flush();
        bundle.untilClosed();
        return ExitCode.FINE;
    }

    /** An address of the sixth version stands in brackets. */
    private static String address(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
