package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.bus.ReplayChoice;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayCheckTest {
    private final ReplayCheck check = new ReplayCheck(Operations.load(), Texts.in("en"));

    @Test
    void codesMayBeInAnyLetterCase() throws IOException {
        assertThat(check.check(false, choice("customers.replace", "refused", "x")))
                .isEqualTo(choice("customers.replace", "REFUSED", "x"));
    }

    @Test
    void somethingOrAllMustBeChosenAndNotBoth() throws IOException {
        refused(false, choice(null, null, null), "--operation, --code, --text");
        refused(true, choice(null, "REFUSED", null), "--all");
        refused(true, choice(null, null, "x"), "--all");
        assertThat(check.check(true, choice(null, null, null))).isEqualTo(choice(null, null, null));
    }

    @Test
    void whatIsNotThereIsAskedBackFor() {
        refused(false, choice("customers.replce", null, null), "did you mean 'customers.replace'");
        refused(false, choice(null, "REFUSD", null), "did you mean 'REFUSED'");
    }

    private void refused(boolean all, ReplayChoice choice, String text) {
        assertThatThrownBy(() -> check.check(all, choice))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(text);
    }

    private static ReplayChoice choice(String operation, String code, String text) {
        return new ReplayChoice(Optional.ofNullable(operation), Optional.ofNullable(code), Optional.ofNullable(text));
    }
}
