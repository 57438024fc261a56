package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.LeaseLostException;
import io.bitroutes.ledger.Leases;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseKeeperTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private final Gate gate = new Gate();
    private LedgerDatabase database;
    private Leases other;

    @BeforeEach
    void open() throws IOException {
        database = LedgerDatabase.inFolder(folder);
        other = new Leases(database, "other", LEASE, () -> true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aShortOutageChangesNothing() {
        try (LeaseKeeper keeper = keeper(LONG)) {
            keeper.leases().hold("customers");
            gate.close("down");
            keeper.renew();

            keeper.leases().checkTime("customers");
            assertThat(other.hold("customers")).isFalse();
            assertThat(keeper.leases().hold("customers")).isTrue();
        }
    }

    @Test
    void inALongOutageAnotherMayTry() {
        try (LeaseKeeper keeper = keeper(SHORT)) {
            keeper.leases().hold("customers");
            gate.close("down");
            awaitLetGo(keeper);

            assertThatThrownBy(() -> keeper.leases().checkTime("customers")).isInstanceOf(LeaseLostException.class);
            assertThat(other.hold("customers")).isTrue();
        }
    }

    @Test
    void whoeverIsInAnOutageTakesNothing() {
        try (LeaseKeeper keeper = keeper(LONG)) {
            gate.close("down");
            assertThat(keeper.leases().hold("customers")).isFalse();

            gate.open();
            assertThat(keeper.leases().hold("customers")).isTrue();
        }
    }

    @Test
    void whatNobodyTookIsTakenAgainWhenItIsOver() {
        try (LeaseKeeper keeper = keeper(SHORT)) {
            keeper.leases().hold("customers");
            gate.close("down");
            awaitLetGo(keeper);
            assertThat(keeper.leases().hold("customers")).isFalse();

            gate.open();
            assertThat(keeper.leases().hold("customers")).isTrue();
        }
    }

    private LeaseKeeper keeper(Duration patience) {
        return new LeaseKeeper(database, LEASE, patience, gate, Texts.in("en"));
    }

    private void awaitLetGo(LeaseKeeper keeper) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            keeper.renew();
            return !holds(keeper.leases());
        });
    }

    private static boolean holds(Leases leases) {
        try {
            leases.checkTime("customers");
            return true;
        } catch (LeaseLostException e) {
            return false;
        }
    }
}
