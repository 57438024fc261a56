package io.bitroutes.cli;

import io.bitroutes.config.DataSize;
import io.bitroutes.config.Settings;
import io.bitroutes.job.Home;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.ledger.StateDisk;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the folders and the ledger can be used. Makes none of them. */
final class PlaceCheck {
    private final Settings settings;
    private final Texts texts;
    private final StateDisk disk;

    PlaceCheck(Settings settings, Texts texts) {
        this(settings, texts, new StateDisk());
    }

    PlaceCheck(Settings settings, Texts texts, StateDisk disk) {
        this.settings = settings;
        this.texts = texts;
        this.disk = disk;
    }

    List<Finding> findings() {
        return List.of(home(), sameDisk(settings.home().home()), state(), new LedgerCheck(settings, texts).finding());
    }

    private Finding home() {
        String subject = texts.of("check.home");
        return notMounted()
                .map(problem -> new Finding(false, subject, problem))
                .orElseGet(() -> folder(subject, settings.home().home()));
    }

    private Optional<String> notMounted() {
        Home home = new Home(settings.home().home(), settings.people().zone());
        try (LedgerDatabase ledger = LedgerDatabase.readOnly(
                        settings.ledger(), settings.home().state())
                .orElse(null)) {
            return ledger == null ? Optional.empty() : new HomeMount(home, new SharedFiles(ledger), texts).problem();
        } catch (LedgerException saidOfTheLedgerItself) {
            return Optional.empty();
        }
    }

    private Finding folder(String subject, Path folder) {
        Path there = StateDisk.nearestThatIsThere(folder);
        try {
            DataSize free = new DataSize(Files.getFileStore(there).getUsableSpace());
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                return new Finding(false, subject, texts.of("check.not-writable", there));
            }
            if (free.bytes() < settings.ops().minFree().bytes()) {
                return new Finding(
                        false,
                        subject,
                        texts.of("disk.short", folder, settings.ops().minFree()));
            }
            return new Finding(
                    true,
                    subject,
                    there.equals(folder)
                            ? texts.of("check.folder", folder, free)
                            : texts.of("check.folder-will-be-made", folder, free));
        } catch (IOException e) {
            return new Finding(false, subject, texts.of("check.unreachable-folder", folder, e));
        }
    }

    private Finding state() {
        String subject = texts.of("check.state");
        Path state = settings.home().state();
        try {
            return new StateFolder(settings, disk)
                    .remote()
                    .map(remote -> new Finding(false, subject, remote))
                    .orElseGet(() -> folder(subject, state));
        } catch (IOException e) {
            return new Finding(false, subject, texts.of("check.unreachable-folder", state, e));
        }
    }

    /** A file is claimed by a rename, which does not go from one disk to another. */
    private Finding sameDisk(Path home) {
        Path inbox = StateDisk.nearestThatIsThere(home.resolve("inbox"));
        Path working = StateDisk.nearestThatIsThere(home.resolve("working"));
        try {
            boolean same = Files.getFileStore(inbox).equals(Files.getFileStore(working));
            return new Finding(
                    same,
                    texts.of("check.same-disk"),
                    same ? texts.of("check.same-disk.yes") : texts.of("check.same-disk.no", inbox, working));
        } catch (IOException e) {
            return new Finding(false, texts.of("check.same-disk"), e.toString());
        }
    }
}
