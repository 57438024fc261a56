package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeLedgerTest extends LedgerTestBase {
    private static final Verdict REFUSED = new Verdict(7, Code.REFUSED, "1004", "'城市' 不对", "f00d");
    private static final Verdict UNKNOWN = new Verdict(9, Code.UNKNOWN, "", "nobody knows", "beef");

    @Test
    void anOutcomeIsKeptWhole() throws IOException {
        outcomes.done(new Outcome("j1", 1, 998, List.of(REFUSED, UNKNOWN), 20, 3));
        outcomes.done(new Outcome("j1", 2, 10, List.of(), 1, 0));
        outcomes.invalid("j1", List.of(Verdict.invalid(3, "bad")));
        outcomes.done(new Outcome("j2", 1, 1, List.of(REFUSED), 1, 0));
        reopen();

        assertThat(outcomes.tally("j1"))
                .isEqualTo(new OutcomeLedger.Tally(
                        2, 1008, 21, 3, Map.of(Code.REFUSED, 1L, Code.UNKNOWN, 1L, Code.INVALID, 1L)));
        assertThat(outcomes.tally("j1").of(Code.NOT_SENT)).isZero();
        assertThat(outcomes.doneBatches("j1")).containsExactlyInAnyOrder(1, 2);
        assertThat(all("j1")).containsExactly(Verdict.invalid(3, "bad"), REFUSED, UNKNOWN);
    }

    @Test
    void aJobWithoutOutcomesIsAllZero() {
        assertThat(outcomes.tally("j1")).isEqualTo(new OutcomeLedger.Tally(0, 0, 0, 0, Map.of()));
        assertThat(outcomes.doneBatches("j1")).isEmpty();
    }

    @Test
    void anOutcomeIsWrittenWholeOrNotAtAll() {
        outcomes.done(new Outcome("j1", 1, 1, List.of(REFUSED), 1, 0));

        assertThatThrownBy(() -> outcomes.done(new Outcome("j1", 2, 5, List.of(UNKNOWN, REFUSED), 1, 0)))
                .isInstanceOf(LedgerException.class);

        assertThat(outcomes.doneBatches("j1")).containsExactly(1);
        assertThat(all("j1")).containsExactly(REFUSED);
    }

    @Test
    void aBatchBeingIsolatedIsNotDone() throws IOException {
        outcomes.isolating("j1", 1);
        outcomes.isolating("j1", 1);
        reopen();

        assertThat(outcomes.isIsolating("j1", 1)).isTrue();
        assertThat(outcomes.isIsolating("j1", 2)).isFalse();
        assertThat(outcomes.doneBatches("j1")).isEmpty();
        assertThat(outcomes.tally("j1").batches()).isZero();
    }

    @Test
    void anIsolatedBatchIsDoneInTheEnd() {
        outcomes.isolating("j1", 1);

        outcomes.done(new Outcome("j1", 1, 999, List.of(REFUSED), 21, 1));

        assertThat(outcomes.isIsolating("j1", 1)).isFalse();
        assertThat(outcomes.tally("j1")).isEqualTo(new OutcomeLedger.Tally(1, 999, 21, 1, Map.of(Code.REFUSED, 1L)));
    }

    @Test
    void aDoneBatchIsNotIsolatedAgain() {
        outcomes.done(new Outcome("j1", 1, 999, List.of(), 1, 0));

        outcomes.isolating("j1", 1);

        assertThat(outcomes.isIsolating("j1", 1)).isFalse();
        assertThat(outcomes.doneBatches("j1")).containsExactly(1);
    }

    @Test
    void newIdsAreCountedForEachPart() throws IOException {
        assertThat(outcomes.reissues("j1", 1, 0, 9)).isZero();
        assertThat(outcomes.reissue("j1", 1, 0, 9)).isEqualTo(1);
        assertThat(outcomes.reissue("j1", 1, 0, 9)).isEqualTo(2);
        assertThat(outcomes.reissue("j1", 1, 0, 4)).isEqualTo(1);
        reopen();

        assertThat(outcomes.reissues("j1", 1, 0, 9)).isEqualTo(2);
        assertThat(outcomes.reissues("j1", 2, 0, 9)).isZero();
        assertThat(outcomes.reissues("j2", 1, 0, 9)).isZero();
    }

    @Test
    void verdictsComeInPagesByRow() {
        outcomes.done(new Outcome(
                "j1", 1, 0, List.of(UNKNOWN, REFUSED, new Verdict(8, Code.NOT_ISOLATED, "", "", "f00d")), 1, 0));
        Set<Code> rejected = EnumSet.of(Code.REFUSED, Code.NOT_ISOLATED);

        assertThat(outcomes.verdicts("j1", rejected, Long.MIN_VALUE, 1))
                .map(Verdict::row)
                .containsExactly(7L);
        assertThat(outcomes.verdicts("j1", rejected, 7, 5)).map(Verdict::row).containsExactly(8L);
        assertThat(outcomes.verdicts("j1", rejected, 8, 5)).isEmpty();
    }

    private List<Verdict> all(String job) {
        return outcomes.verdicts(job, EnumSet.allOf(Code.class), Long.MIN_VALUE, 100);
    }
}
