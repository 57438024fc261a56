package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import io.bitroutes.batch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerDatabaseTest extends LedgerTestBase {

    @Test
    void whatIsCommittedIsForcedToDisk() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
    }

    @Test
    void workThatFailsLeavesNothing() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    addOutcome(1);
                    return database.update("UPDATE nowhere SET a = 1");
                }))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("no such table: nowhere");

        assertThat(outcomes.doneBatches("j1")).isEmpty();
    }

    @Test
    void workThatFailsInOurOwnCodeLeavesNothingEither() {
        IllegalStateException failure = new IllegalStateException("ours");

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    addOutcome(1);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(outcomes.doneBatches("j1")).isEmpty();
    }

    @Test
    void afterAFailureTheNextTransactionIsItsOwn() throws IOException {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    addOutcome(1);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        outcomes.done(new Outcome("j1", 2, 0, List.of(), 1, 0));
        reopen();

        assertThat(outcomes.doneBatches("j1")).containsExactly(2);
    }

    @Test
    void manyThreadsWriteSideBySide() throws Exception {
        try (Crew crew = new Crew()) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int first = writer * 10;
                writers.add(crew.start(() -> {
                    for (int batch = first; batch < first + 10; batch++) {
                        outcomes.done(new Outcome("j1", batch, 1, List.of(), 1, 0));
                    }
                }));
            }
            for (CompletableFuture<Void> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(outcomes.tally("j1").confirmed()).isEqualTo(80);
    }

    @Test
    void aSecondProcessMayRead() throws IOException {
        outcomes.done(new Outcome("j1", 1, 1, List.of(), 1, 0));

        try (LedgerDatabase other = LedgerDatabase.inFolder(folder.resolve("state"))) {
            assertThat(new OutcomeLedger(other).doneBatches("j1")).containsExactly(1);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("ledger.db"), "this is not a database, but it is long enough".repeat(100));

        assertThatThrownBy(() -> LedgerDatabase.inFolder(broken))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger " + broken.resolve("ledger.db") + " cannot be opened: ");
    }

    @Test
    void aLedgerOfTheFirstReleaseIsOpened() throws Exception {
        claimed("j1");
        database.inTransaction(() -> database.update("DROP TABLE schema_version"));
        database.inTransaction(() -> database.update("DROP TABLE share"));
        reopen();

        assertThat(jobs.find("j1")).isPresent();
        assertThat(new SharedFiles(database).knows("sftp://server/reports")).isFalse();
        assertThat(version()).containsExactly(1);
    }

    @Test
    void aLedgerOfALaterReleaseIsRefused() {
        database.inTransaction(() -> database.update("UPDATE schema_version SET version = 2"));

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerException.class)
                .hasMessageEndingWith(" cannot be opened: it has version 2, of a later version of this program;"
                        + " expected 1 or less");
    }

    private List<Integer> version() {
        return database.inTransaction(() -> database.query("SELECT version FROM schema_version", row -> row.getInt(1)));
    }

    private void addOutcome(int batch) throws SQLException {
        database.update("INSERT INTO outcome VALUES ('j1', ?, 'DONE', 1, 1, 0)", batch);
    }

    private String pragma(String name) {
        return database.inTransaction(() -> database.query("PRAGMA " + name, row -> row.getString(1)))
                .get(0);
    }
}
