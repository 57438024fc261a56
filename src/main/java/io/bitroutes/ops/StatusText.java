package io.bitroutes.ops;

import io.bitroutes.ledger.Job.State;
import io.bitroutes.ops.Health.Wrong;
import io.bitroutes.ops.Survey.InWork;
import io.bitroutes.ops.Survey.WaitingFile;
import io.bitroutes.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The sentences of STATUS.txt. Immutable. */
final class StatusText {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String INDENT = "  ";
    private static final int MOST_WAITING = 10;

    private final Texts texts;
    private final ZoneId zone;

    StatusText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String time(Instant at) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    /** When it was written, and what that means. */
    List<String> head(Instant at) {
        return List.of(texts.of("status.head", time(at), zone), texts.of("status.old"));
    }

    /** How one instance is. */
    List<String> wellness(List<Wrong> wrong, int waiting) {
        if (wrong.isEmpty()) {
            return List.of(texts.of("status.well"));
        }
        List<String> lines = new ArrayList<>();
        boolean stopped = wrong.stream().anyMatch(Wrong::stopsIntake);
        lines.add(stopped ? texts.of("status.stopped-intake", waiting) : texts.of("status.not-all-well"));
        wrong.forEach(one -> lines.add(INDENT + texts.of("status.since", since(one), one.reason())));
        return lines;
    }

    /** What is in the home. */
    List<String> home(Survey survey) {
        List<String> lines = new ArrayList<>();
        if (!survey.inWork().isEmpty()) {
            lines.add("");
            lines.add(texts.of("status.in-work"));
            survey.inWork().forEach(work -> lines.add(INDENT + inWork(work)));
        }
        addWaiting(survey, lines);
        if (!survey.overlooked().isEmpty()) {
            lines.add("");
            lines.add(texts.of("status.overlooked"));
            survey.overlooked()
                    .forEach(one -> lines.add(INDENT + texts.of("status.overlooked.one", one.path(), one.reason())));
            addMore(survey.moreOverlooked(), lines);
        }
        return lines;
    }

    String stopped(Instant at) {
        return texts.of("status.stopped", time(at));
    }

    String silent(String instance, Instant last) {
        return texts.of("status.silent", instance, time(last));
    }

    private void addWaiting(Survey survey, List<String> lines) {
        int waiting = survey.waiting() - survey.inWork().size();
        if (waiting > 0) {
            lines.add("");
            lines.add(texts.of("status.waiting", waiting));
            survey.waitingFiles().stream().limit(MOST_WAITING).forEach(file -> lines.add(INDENT + waiting(file)));
            addMore(waiting - Math.min(MOST_WAITING, survey.waitingFiles().size()), lines);
        }
    }

    private void addMore(int more, List<String> lines) {
        if (more > 0) {
            lines.add(INDENT + texts.of("status.more", more));
        }
    }

    private String waiting(WaitingFile file) {
        return file.growing()
                ? texts.of("status.waiting.growing", file.operation(), file.name())
                : texts.of("status.waiting.one", file.operation(), file.name(), time(file.since()));
    }

    private String inWork(InWork work) {
        String file = texts.of("status.file", work.job().operation(), work.job().name());
        long rows = work.job().facts().rows();
        if (work.job().state() == State.CLAIMED) {
            return texts.of("status.reads", file);
        }
        if (work.job().state() != State.PREPARED || work.judged() >= rows) {
            return texts.of("status.closes", file);
        }
        return work.doneAt()
                .map(done -> texts.of(
                        "status.sends.until", file, work.judged(), rows, percent(work), TIME.format(done.atZone(zone))))
                .orElseGet(() -> texts.of("status.sends", file, work.judged(), rows, percent(work)));
    }

    private static long percent(InWork work) {
        return work.judged() * 100 / Math.max(1, work.job().facts().rows());
    }

    private String since(Wrong wrong) {
        return wrong.since().substring(0, 19).replace('T', ' ');
    }
}
