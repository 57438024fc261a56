package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.ledger.LedgerDatabase;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunClaimsTest {
    private static final Instant REGISTERED = Instant.parse("2026-11-30T02:00:00Z");
    private static final Instant FIRE = Instant.parse("2026-11-30T03:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void withoutRoomForItsFileNoRunBeginsAndItIsMadeUpForLater() throws Exception {
        AtomicBoolean room = new AtomicBoolean();
        try (LedgerDatabase database = LedgerDatabase.inFolder(folder)) {
            ExportLedger ledger = new ExportLedger(database, "ours");
            ScheduledExport hourly = hourly();
            ledger.register(hourly.id(), REGISTERED);
            RunClaims claims = new RunClaims(
                    ledger, 1, room::get, new Gate(), Duration.ofMinutes(1), Clock.fixed(FIRE, ZoneOffset.UTC));

            assertThat(claims.claim(hourly, Optional.of(FIRE))).isEmpty();
            assertThat(claims.isMissed(hourly)).isTrue();

            room.set(true);
            assertThat(claims.claim(hourly, Optional.empty()))
                    .map(ScheduledRun::fire)
                    .contains(FIRE);
        }
    }

    private ScheduledExport hourly() throws ParseException {
        return new ScheduledExport(
                "hourly",
                Schedule.of("0 0 * * * ?", ZoneId.of("UTC")),
                ExportRequest.of("customers.list", ExportFormat.CSV),
                new FileNamePattern("customers-${time:HH}.csv"),
                false,
                new ShareAddress.Folder(folder),
                OptionalInt.empty(),
                true,
                Duration.ZERO);
    }
}
