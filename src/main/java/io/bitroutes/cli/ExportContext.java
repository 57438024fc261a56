package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import io.bitroutes.export.Exporter;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.CamelTransport;
import io.bitroutes.http.Wire;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an export needs, and no more: neither home nor ledger, so that it can work beside a {@code run}. */
final class ExportContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportContext.class);

    private final RoutesContext routes;
    private final Gate gate;
    private final ApiClient client;
    private final Duration probeInterval;
    private final Exporter exporter;

    private ExportContext(Settings settings, Operations operations, Texts texts, Gate gate) throws IOException {
        this.gate = gate;
        probeInterval = settings.retry().probeInterval();
        routes = new RoutesContext(settings, texts, "call", "write-export");
        ProducerTemplate template = routes.camel().createProducerTemplate();
        client = Clients.of(settings, operations, new CamelTransport(template), gate);
        exporter = new Exporter(template, client, texts);
    }

    /**
     * Starts the routes of an export.
     *
     * @param gate where it waits out an outage, and from which it is sent home
     * @throws IOException if the routes cannot be loaded
     */
    static ExportContext start(Settings settings, Operations operations, Texts texts, Gate gate) throws IOException {
        ExportContext context = new ExportContext(settings, operations, texts, gate);
        context.routes.bindCalls(new Wire(settings.api().key()::value));
        context.routes.start();
        Thread probing = new Thread(context::probe, "probe");
        probing.setDaemon(true);
        probing.start();
        return context;
    }

    Exporter exporter() {
        return exporter;
    }

    private void probe() {
        try {
            while (true) {
                gate.pause(probeInterval);
                client.outage().probe();
            }
        } catch (StoppingException e) {
            LOG.debug("no more probes", e);
        }
    }

    @Override
    public void close() {
        gate.stop();
        routes.stop();
    }
}
