package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.config.Configured;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.OutageLedger;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageNoteTest {
    @TempDir
    private Path folder;

    private final Gate gate = new Gate();

    @Test
    void othersReadWhyTheGateIsClosedAndThatItIsOpenAgain() throws IOException {
        try (LedgerDatabase own = LedgerDatabase.inFolder(folder);
                LedgerDatabase other =
                        LedgerDatabase.readOnly(Configured.EMBEDDED, folder).orElseThrow()) {
            OutageNote note = new OutageNote(gate, new OutageLedger(own));
            OutageLedger read = new OutageLedger(other);

            gate.close("the server is down");
            note.update();
            assertThat(read.read().orElseThrow().reason()).isEqualTo("the server is down");

            gate.open();
            note.update();
            assertThat(read.read()).isEmpty();
        }
    }

    @Test
    void whatAKilledRunLeftIsOverwritten() throws IOException {
        try (LedgerDatabase own = LedgerDatabase.inFolder(folder)) {
            OutageLedger ledger = new OutageLedger(own);
            gate.close("long ago");
            new OutageNote(gate, ledger).update();

            new OutageNote(new Gate(), ledger).update();

            assertThat(ledger.read()).isEmpty();
        }
    }

    @Test
    void noLedgerYet() {
        assertThat(LedgerDatabase.readOnly(Configured.EMBEDDED, folder)).isEmpty();
    }
}
