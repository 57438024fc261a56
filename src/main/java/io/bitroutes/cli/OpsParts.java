package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.config.OpsSettings;
import io.bitroutes.ops.Ops;
import io.bitroutes.ops.Surveyor;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What tells how it goes, of these parts. */
final class OpsParts {
    private OpsParts() {}

    static Ops of(Parts parts, List<Operation> inboxes, RoutesContext routes) {
        Surveyor surveyor = new Surveyor(
                parts.home,
                parts.jobLedger,
                parts.outcomeLedger,
                ids(inboxes),
                ids(parts.operations.writes()),
                parts.settings.inbox().settle(),
                parts.texts,
                Clock.systemUTC());
        return new Ops(
                parts.gate,
                parts.limits.disks,
                surveyor,
                parts.metrics,
                routes::notRunning,
                parts.home.root(),
                parts.texts,
                parts.settings.people().zone(),
                Clock.systemUTC());
    }

    /** @throws StartException if that address cannot be listened on, with what to do */
    static void listen(Ops ops, OpsSettings settings, Texts texts) throws StartException {
        try {
            ops.listen(settings.host(), settings.port());
        } catch (IOException e) {
            throw new StartException(
                    texts.of(
                            "start.ops-port",
                            settings.host(),
                            settings.port(),
                            e.getMessage(),
                            "bitanswer.ops.host",
                            "bitanswer.ops.port"),
                    e);
        }
    }

    private static Set<String> ids(Collection<Operation> operations) {
        return operations.stream().map(Operation::id).collect(Collectors.toSet());
    }
}
