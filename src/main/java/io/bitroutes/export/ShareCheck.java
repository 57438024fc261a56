package io.bitroutes.export;

import io.bitroutes.config.ExportSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.KnownShares;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.text.Texts;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Whether the shares of exports can be reached. Leaves nothing on them. */
public final class ShareCheck {
    private final Shares shares;

    /**
     * A check of shares.
     *
     * @param camel knows the {@code sftp} component
     * @param ledger knows which shares were used before; empty if there is none yet
     */
    public ShareCheck(CamelContext camel, ExportSettings settings, Optional<LedgerDatabase> ledger, Texts texts) {
        KnownShares known = ledger.<KnownShares>map(SharedFiles::new).orElseGet(KnownShares::none);
        shares = new Shares(camel, settings, known, new Gate(), texts, Clock.systemUTC());
    }

    /** What keeps the share of an export from being used; empty if nothing does. */
    public Optional<String> problem(ScheduledExport export) {
        return shares.problem(export.share());
    }
}
