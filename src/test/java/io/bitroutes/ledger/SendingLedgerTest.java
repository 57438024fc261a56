package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingLedgerTest extends LedgerTestBase {
    private SendingLedger sendings;

    @BeforeEach
    void openSendings() {
        sendings = new SendingLedger(database);
    }

    @Test
    void nothingWasHandedOutAtFirst() {
        assertThat(sendings.lastHandedOut("j1")).isZero();
        assertThat(sendings.stoppedAfter("j1")).isEmpty();
    }

    @Test
    void theLastBatchHandedOutIsKept() throws IOException {
        sendings.handingOut("j1", 1);
        sendings.handingOut("j1", 2);
        reopen();
        openSendings();

        assertThat(sendings.lastHandedOut("j1")).isEqualTo(2);
        assertThat(sendings.lastHandedOut("j2")).isZero();
    }

    @Test
    void theFirstStopStands() throws IOException {
        sendings.handingOut("j1", 3);
        sendings.stop("j1", 3);
        sendings.stop("j1", 5);
        sendings.stop("j2", 0);
        reopen();
        openSendings();

        assertThat(sendings.stoppedAfter("j1")).hasValue(3);
        assertThat(sendings.lastHandedOut("j1")).isEqualTo(3);
        assertThat(sendings.stoppedAfter("j2")).hasValue(0);
    }

    @Test
    void nothingIsLeftOfAJobThatIsDone() {
        claimed("j1");
        sendings.stop("j1", 2);

        jobs.settled("j1", State.DONE);

        assertThat(sendings.stoppedAfter("j1")).isEmpty();
    }
}
