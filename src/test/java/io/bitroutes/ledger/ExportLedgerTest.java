package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportLedgerTest extends LedgerTestBase {
    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00.123Z");
    private static final Instant FIRE = Instant.parse("2026-11-25T06:00:00Z");
    private static final Instant NEXT = FIRE.plusSeconds(3600);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final PublishedFile FILE = new PublishedFile("file:/mnt/reports", "a-1.csv", "token", FIRE);

    private ExportLedger ours;
    private ExportLedger theirs;

    @BeforeEach
    void register() {
        ours = new ExportLedger(database, "ours");
        theirs = new ExportLedger(database, "theirs");
        ours.register("a", NOW);
    }

    @Test
    void ofAllWhoClaimAFireTimeOneGetsIt() {
        assertThat(ours.claim("a", FIRE, NOW, LEASE)).isTrue();
        assertThat(theirs.claim("a", FIRE, NOW, LEASE)).isFalse();
        assertThat(ours.claim("a", FIRE, NOW, LEASE)).isFalse();
        assertThat(ours.standing("a").orElseThrow().lastFire()).contains(FIRE);
    }

    @Test
    void noOtherRunOfAnExportBeginsWhileOneIsUnderWay() {
        ours.register("b", NOW);
        assertThat(ours.claim("a", FIRE, NOW, LEASE)).isTrue();

        assertThat(theirs.claim("a", NEXT, NOW, LEASE)).isFalse();
        assertThat(theirs.claim("b", FIRE, NOW, LEASE)).isTrue();
        assertThat(ours.failed("a", FIRE, "because", NOW)).isTrue();
        assertThat(theirs.claim("a", NEXT, NOW, LEASE)).isTrue();
    }

    @Test
    void aClaimThatIsNotKeptAliveIsTakenUpByAnother() {
        assertThat(ours.claim("a", FIRE, NOW, LEASE)).isTrue();
        Instant later = NOW.plus(LEASE);
        ours.keepAlive("a", FIRE, later.minusMillis(1), LEASE);

        assertThat(theirs.left("a", later)).isEmpty();
        assertThat(theirs.claim("a", FIRE, later, LEASE)).isFalse();
        Instant expired = later.plus(LEASE);
        assertThat(theirs.left("a", expired)).contains(FIRE);
        assertThat(theirs.claim("a", FIRE, expired, LEASE)).isTrue();
        assertThat(theirs.left("a", expired)).isEmpty();
    }

    @Test
    void whoHasLostItsClaimPublishesNothing() {
        assertThat(ours.claim("a", FIRE, NOW, LEASE)).isTrue();
        assertThat(theirs.claim("a", FIRE, NOW.plus(LEASE), LEASE)).isTrue();

        assertThat(ours.published("a", FIRE, FILE, NOW, NOW)).isFalse();
        assertThat(ours.failed("a", FIRE, "because", NOW)).isFalse();
        ours.leave("a", FIRE);
        assertThat(ours.standing("a").orElseThrow().lastRun()).isEmpty();
        assertThat(ours.standing("a").orElseThrow().failedAt()).isEmpty();
        assertThat(theirs.published("a", FIRE, FILE, NOW, NOW)).isTrue();
    }

    @Test
    void ofManyRunsTheNewestAreRememberedHoweverTheyEnded() {
        for (int run = 0; run < 110; run++) {
            Instant fire = FIRE.plusSeconds(run);
            ours.claim("a", fire, NOW, LEASE);
            ours.failed("a", fire, "because", NOW);
        }

        assertThat(database.inTransaction(() -> database.query(
                        "SELECT MIN(fire_time), COUNT(*) FROM export_run",
                        row -> List.of(Instant.ofEpochMilli(row.getLong(1)), row.getLong(2)))))
                .containsExactly(List.of(FIRE.plusSeconds(10), 100L));
    }

    @Test
    void whatWasLeftIsTakenUpAgainUnlessANewerRunFollowed() throws IOException {
        ours.claim("a", FIRE, NOW, LEASE);
        ours.leave("a", FIRE);
        assertThat(ours.left("a", NOW)).contains(FIRE);

        ours.claim("a", NEXT, NOW, LEASE);
        assertThat(ours.left("a", NOW)).isEmpty();
        reopen();
        ExportLedger restarted = new ExportLedger(database, "restarted");
        restarted.giveUpClaims();
        assertThat(restarted.left("a", NOW)).contains(NEXT);
        assertThat(restarted.claim("a", NEXT, NOW, LEASE)).isTrue();
    }

    @Test
    void theWatermarkMovesWhenAFileIsPublishedAndNotBefore() {
        Instant began = NOW.plusSeconds(1);
        Instant ended = NOW.plusSeconds(2);
        ours.claim("a", FIRE, NOW, LEASE);
        ours.failed("a", FIRE, "the share is gone", ended);
        ExportLedger.Standing failed = ours.standing("a").orElseThrow();
        assertThat(failed.lastRun()).isEmpty();
        assertThat(failed.failedAt()).contains(ended);
        assertThat(failed.reason()).contains("the share is gone");

        ours.claim("a", NEXT, NOW, LEASE);
        ours.published("a", NEXT, FILE, began, ended);
        ExportLedger.Standing good = ours.standing("a").orElseThrow();
        assertThat(good.lastRun()).contains(began);
        assertThat(good.goodAt()).contains(ended);
        assertThat(good.failedAt()).isEmpty();
        assertThat(good.reason()).isEmpty();
    }

    @Test
    void whatIsKnownOfAnExportOutlivesAnotherStart() {
        ours.claim("a", FIRE, NOW, LEASE);
        ours.published("a", FIRE, FILE, NOW, NOW);
        ours.register("a", NOW.plusSeconds(60));

        ExportLedger.Standing standing = ours.standing("a").orElseThrow();
        assertThat(standing.since()).isEqualTo(Instant.ofEpochMilli(NOW.toEpochMilli()));
        assertThat(standing.lastRun()).isPresent();
        assertThat(ours.standing("unknown")).isEmpty();
    }

    @Test
    void oldRunsAreForgotten() {
        IntStream.range(0, 150).forEach(hour -> {
            Instant fire = FIRE.plusSeconds(3600L * hour);
            assertThat(ours.claim("a", fire, NOW, LEASE)).isTrue();
            assertThat(ours.published("a", fire, FILE, NOW, NOW)).isTrue();
        });

        int kept = database.inTransaction(() -> database.query("SELECT COUNT(*) FROM export_run", row -> row.getInt(1))
                .get(0));
        assertThat(kept).isEqualTo(100);
        assertThat(ours.claim("a", FIRE.plusSeconds(3600L * 149), NOW, LEASE)).isFalse();
    }

    @Test
    void filesAreKnownByExportAndShareTheNewestFirst() {
        SharedFiles files = new SharedFiles(database);
        PublishedFile newer = new PublishedFile(FILE.share(), "a-2.csv", "other", NEXT);
        files.sending("a", FILE);
        assertThat(files.begun("a", FILE.share())).containsExactly(FILE);
        assertThat(files.published("a", FILE.share())).isEmpty();

        files.keep("a", FILE);
        files.keep("a", newer);
        files.keep("b", FILE);
        assertThat(files.begun("a", FILE.share())).isEmpty();
        assertThat(files.published("a", FILE.share())).containsExactly(newer, FILE);
        assertThat(files.published("a", "file:/elsewhere")).isEmpty();

        files.forget("a", FILE);
        assertThat(files.published("a", FILE.share())).containsExactly(newer);
        assertThat(files.published("b", FILE.share())).containsExactly(FILE);
    }

    @Test
    void aShareIsKnownFromItsFirstUseOn() {
        SharedFiles files = new SharedFiles(database);
        assertThat(files.knows("file:/mnt/reports")).isFalse();

        files.know("file:/mnt/reports", NOW);
        files.know("file:/mnt/reports", NOW);
        assertThat(files.knows("file:/mnt/reports")).isTrue();
        assertThat(files.knows("file:/mnt")).isFalse();
    }
}
