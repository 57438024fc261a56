package io.bitroutes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.gate.Troubles.Trouble;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final Gate gate = new Gate();
    private final Troubles troubles = gate.troubles();

    @Test
    void aSecondReportKeepsTheMomentAtWhichItBegan() {
        assertThat(troubles.report("disk", "12 MB free", Effect.SAID)).isTrue();
        Trouble first = troubles.all().get(0);

        assertThat(troubles.report("disk", "11 MB free", Effect.SAID)).isFalse();
        assertThat(troubles.all()).containsExactly(new Trouble("disk", "11 MB free", first.since(), Effect.SAID));
    }

    @Test
    void whatIsOverIsGone() {
        troubles.report("disk", "12 MB free", Effect.SAID);

        assertThat(troubles.clear("disk")).map(Trouble::reason).contains("12 MB free");
        assertThat(troubles.clear("disk")).isEmpty();
        assertThat(troubles.all()).isEmpty();
    }

    @Test
    void nothingIsTakenInWhileSomethingStopsTheIntake() {
        troubles.report("share", "not mounted", Effect.SAID);
        assertThat(gate.takesIn()).isTrue();

        troubles.report("disk", "12 MB free", Effect.STOPS_INTAKE);
        assertThat(gate.takesIn()).isFalse();

        troubles.clear("disk");
        assertThat(gate.takesIn()).isTrue();
    }

    @Test
    void nothingIsTakenInWhileTheGateIsClosedOrTheProgramStops() {
        gate.close("no answer");
        assertThat(gate.takesIn()).isFalse();

        gate.open();
        assertThat(gate.takesIn()).isTrue();

        gate.stop();
        assertThat(gate.takesIn()).isFalse();
    }
}
