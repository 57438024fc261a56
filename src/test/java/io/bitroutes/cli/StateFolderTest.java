package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.config.ConfigException;
import io.bitroutes.config.Configured;
import io.bitroutes.config.Settings;
import io.bitroutes.ledger.StateDisk;
import io.bitroutes.ledger.StateLock;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final StateDisk NFS = new StateDisk(there -> "nfs4");
    private static final String[] POSTGRES = {"ledger.url", "jdbc:postgresql://database.example/ledger"};

    @TempDir
    private Path folder;

    @Test
    void isTakenOnce() throws Exception {
        Settings settings = settings();

        try (StateLock lock = new StateFolder(settings).take()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> new StateFolder(settings).take())
                    .isInstanceOf(StartException.class)
                    .hasMessage(state() + " is in use: another run works with this home");
        }
    }

    @Test
    void onANetworkFileSystemIsRefusedAndNotMade() throws Exception {
        assertThatThrownBy(() -> new StateFolder(settings(), NFS).take())
                .isInstanceOf(StartException.class)
                .hasMessage(state() + " lies on a network file system (nfs4), where neither locks nor what is forced to"
                        + " disk can be relied on. Set bitanswer.state to a folder on a disk of this machine; the home may"
                        + " stay where it is.");
        assertThatThrownBy(() -> new StateFolder(settings(), NFS).tryTake()).isInstanceOf(StartException.class);
        assertThat(state()).doesNotExist();
    }

    @Test
    void whereNoFolderCanBeItSaysWhatToSet() throws Exception {
        Path state = Files.writeString(folder.resolve("file"), "").resolve("state");
        Settings nowhere = Configured.with("home", folder.toString(), "state", state.toString());

        assertThatThrownBy(() -> new StateFolder(nowhere).take())
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(state + " cannot be made or used (")
                .hasMessageEndingWith("; expected a folder that can be written to: set bitanswer.state");
    }

    @Test
    void isRefusedInChineseToo() {
        assertThatThrownBy(() -> new StateFolder(settings("language", "zh"), NFS).take())
                .hasMessageStartingWith(state() + " 位于网络文件系统（nfs4）上")
                .hasMessageContaining("bitanswer.state");
    }

    @Test
    void mayLieAnywhereWhenNeitherLedgerNorBrokerIsInIt() throws Exception {
        try (StateLock lock = new StateFolder(settings(POSTGRES), NFS).take()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void holdsTheJournalOfTheEmbeddedBroker() {
        assertThatThrownBy(() -> new StateFolder(settings(POSTGRES[0], POSTGRES[1], "bus", "jms"), NFS).take())
                .hasMessageContaining("network file system");
    }

    @Test
    void isSaidByTheCheck() throws Exception {
        Texts texts = Texts.in("en");

        assertThat(new PlaceCheck(settings(), texts, NFS).findings())
                .filteredOn(finding -> !finding.well())
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("state"))
                .satisfies(finding -> assertThat(finding.text()).contains("network file system (nfs4)"));
        assertThat(new PlaceCheck(settings(), texts).findings()).allMatch(Finding::well);
        assertThat(state()).doesNotExist();
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Settings settings(String... more) throws ConfigException, IOException {
        String[] all = new String[more.length + 6];
        System.arraycopy(more, 0, all, 6, more.length);
        System.arraycopy(
                new String[] {"home", folder.resolve("home").toString(), "state", state().toString(), "min-free", "1MB"
                },
                0,
                all,
                0,
                6);
        return Configured.with(all);
    }
}
