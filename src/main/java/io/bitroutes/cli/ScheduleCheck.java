package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.export.ScheduledExport;
import io.bitroutes.export.SchedulesException;
import io.bitroutes.export.ShareCheck;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Whether the schedules of exports are right and their shares can be reached. Leaves nothing on a share. */
final class ScheduleCheck {
    private final Settings settings;
    private final Texts texts;

    ScheduleCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    List<Finding> findings() {
        String subject = texts.of("check.schedules");
        try {
            List<ScheduledExport> scheduled = ExportParts.read(settings, Inboxes.catalogue(settings));
            if (scheduled.isEmpty()) {
                return List.of(new Finding(true, subject, texts.of("check.schedules.none")));
            }
            List<Finding> findings = new ArrayList<>();
            findings.add(new Finding(true, subject, texts.of("check.schedules.well", scheduled.size())));
            findings.addAll(shares(scheduled));
            return findings;
        } catch (SchedulesException e) {
            return e.problems().stream()
                    .map(problem -> new Finding(false, subject, problem))
                    .toList();
        } catch (IOException | LedgerException e) {
            return List.of(new Finding(false, subject, StartFailure.rootOf(e)));
        }
    }

    private List<Finding> shares(List<ScheduledExport> scheduled) {
        Optional<LedgerDatabase> ledger =
                LedgerDatabase.readOnly(settings.ledger(), settings.home().state());
        CamelContext camel = new DefaultCamelContext();
        try {
            ShareCheck check = new ShareCheck(camel, settings.export(), ledger, texts);
            return scheduled.stream().map(export -> share(check, export)).toList();
        } finally {
            camel.stop();
            ledger.ifPresent(LedgerDatabase::close);
        }
    }

    private Finding share(ShareCheck check, ScheduledExport export) {
        String subject = texts.of("check.share", export.id());
        if (ExportParts.willBeMade(settings, export)) {
            return new Finding(true, subject, texts.of("check.share.will-be-made", export.shareText()));
        }
        Optional<String> problem = check.problem(export);
        return new Finding(problem.isEmpty(), subject, problem.orElseGet(export::shareText));
    }
}
