package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import io.bitroutes.PostgresServer;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.config.LedgerSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresTest extends LedgerTestBase {
    private final LedgerSettings settings = PostgresServer.fresh();
    private final String url = settings.url().orElseThrow();

    @Override
    LedgerDatabase openDatabase() throws IOException {
        return LedgerDatabase.open(settings, folder);
    }

    @Test
    void aConnectionThatWasLostIsNotNoticed() {
        claimed("j1");
        PostgresServer.disconnect(url);

        assertThat(jobs.find("j1")).isPresent();
        PostgresServer.disconnect(url);
        claimed("j2");
        assertThat(jobs.waiting()).isEqualTo(2);
    }

    @Test
    void aStepIsRepeatedFromItsBeginning() {
        List<Integer> runs = new ArrayList<>();
        database.inTransaction(() -> {
            runs.add(database.update("INSERT INTO outage (reason, since) VALUES ('once', 1)"));
            if (runs.size() == 1) {
                PostgresServer.disconnect(url);
            }
            return database.update("UPDATE outage SET since = 2");
        });

        assertThat(runs).hasSize(2);
        assertThat(new OutageLedger(database).read())
                .map(OutageLedger.Outage::reason)
                .contains("once");
    }

    @Test
    void whileItIsDownEverythingSaysSoAndThenGoesOn() {
        List<Boolean> away = new CopyOnWriteArrayList<>();
        database.watchedBy(failure -> away.add(failure.isPresent()));
        claimed("j1");

        PostgresServer.down(url, true);
        assertThatThrownBy(() -> jobs.waiting())
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger cannot be used: ");
        assertThat(away).last().isEqualTo(true);

        PostgresServer.down(url, false);
        assertThat(jobs.waiting()).isEqualTo(1);
        assertThat(away).last().isEqualTo(false);
    }

    @Test
    void whatIsTheFaultOfAStepIsNotSaidOfTheDatabase() {
        List<Boolean> away = new CopyOnWriteArrayList<>();
        database.watchedBy(failure -> away.add(failure.isPresent()));

        assertThatThrownBy(() -> database.inTransaction(() -> database.update("UPDATE nowhere SET a = 1")))
                .isInstanceOf(LedgerException.class);

        assertThat(away).isEmpty();
    }

    @Test
    void anOutcomeMayBeWrittenTwice() {
        claimed("j1");
        Outcome outcome = new Outcome("j1", 1, 4, List.of(Verdict.invalid(2, "bad")), 1, 0);
        outcomes.done(outcome);
        outcomes.done(outcome);

        assertThat(outcomes.tally("j1").confirmed()).isEqualTo(4);
        assertThat(outcomes.tally("j1").of(Verdict.Code.INVALID)).isEqualTo(1);
    }

    @Test
    void textsThatItCannotHoldAreKeptAsFarAsPossible() {
        outcomes.done(new Outcome("j1", 1, 0, List.of(Verdict.invalid(2, "a\0b\uD800c 客户 😀")), 1, 0));

        assertThat(outcomes.verdicts("j1", Set.of(Verdict.Code.INVALID), 0, 10))
                .extracting(Verdict::msg)
                .containsExactly("a\uFFFDb?c 客户 😀");
    }

    @Test
    void severalMayMakeTheTablesAtOnce() throws Exception {
        LedgerSettings shared = PostgresServer.fresh();
        try (Crew crew = new Crew()) {
            List<CompletableFuture<Void>> starts = new ArrayList<>();
            for (int instance = 0; instance < 4; instance++) {
                starts.add(crew.start(() -> LedgerDatabase.open(shared, folder).close()));
            }
            for (CompletableFuture<Void> start : starts) {
                start.get(60, TimeUnit.SECONDS);
            }
        }

        try (LedgerDatabase opened = LedgerDatabase.open(shared, folder)) {
            assertThat(new JobLedger(opened).waiting()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutOptions() {
        LedgerSettings nowhere = new LedgerSettings(
                Optional.of("jdbc:postgresql://127.0.0.1:1/ledger?sslmode=disable"),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> LedgerDatabase.open(nowhere, folder))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger jdbc:postgresql://127.0.0.1:1/ledger cannot be opened: ");
    }
}
