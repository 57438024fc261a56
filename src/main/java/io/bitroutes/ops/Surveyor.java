package io.bitroutes.ops;

import io.bitroutes.job.Home;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.ops.Survey.InWork;
import io.bitroutes.ops.Survey.Overlooked;
import io.bitroutes.ops.Survey.Waiting;
import io.bitroutes.ops.Survey.WaitingFile;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at the folders and the ledger. May block as long as a share does. Not safe for threads. */
public final class Surveyor {
    private static final int MOST_JOBS = 10_000;
    private static final int MOST_SHOWN = 20;

    private final Home home;
    private final JobLedger jobs;
    private final OutcomeLedger outcomes;
    private final Set<String> operations;
    private final Set<String> known;
    private final Duration settle;
    private final Texts texts;
    private final Clock clock;
    private final Pace pace = new Pace();

    /**
     * @param operations the ids of those with an inbox
     * @param known the ids of those that could have one
     * @param settle how long a file must not have changed
     */
    public Surveyor(
            Home home,
            JobLedger jobs,
            OutcomeLedger outcomes,
            Set<String> operations,
            Set<String> known,
            Duration settle,
            Texts texts,
            Clock clock) {
        this.home = home;
        this.jobs = jobs;
        this.outcomes = outcomes;
        this.operations = Set.copyOf(operations);
        this.known = Set.copyOf(known);
        this.settle = settle;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Looks.
     *
     * @throws IOException if the folders cannot be looked into
     * @throws io.bitroutes.ledger.LedgerException if the ledger cannot be read
     */
    Survey look() throws IOException {
        Instant now = clock.instant();
        List<Job> open = jobs.notDone(MOST_JOBS);
        InboxLook inboxes = new InboxLook(home.root(), operations, known, settle, texts, now);
        inboxes.look();
        List<InWork> inWork = inWork(open, now);
        Set<String> worked = inWork.stream().map(work -> work.job().id()).collect(Collectors.toSet());
        List<WaitingFile> waiting = new ArrayList<>(inboxes.waiting());
        open.stream()
                .filter(job -> !worked.contains(job.id()))
                .forEach(job -> waiting.add(new WaitingFile(job.operation(), job.name(), job.claimedAt(), false)));
        waiting.sort(Comparator.comparing(WaitingFile::since));
        List<Overlooked> overlooked = inboxes.overlooked();
        overlooked.sort(Comparator.comparing(Overlooked::path));
        return new Survey(
                now,
                inWork,
                byOperation(waiting, inWork),
                waiting.stream().limit(MOST_SHOWN).toList(),
                overlooked.stream().limit(MOST_SHOWN).toList(),
                Math.max(0, overlooked.size() - MOST_SHOWN));
    }

    /** The oldest job of each resource, once it has begun. */
    private List<InWork> inWork(List<Job> open, Instant now) {
        List<InWork> inWork = new ArrayList<>();
        Set<String> resources = new HashSet<>();
        for (Job job : open) {
            if (resources.add(job.resource()) && job.startedAt().isPresent()) {
                inWork.add(progress(job, now));
            }
        }
        pace.keepOnly(inWork.stream().map(work -> work.job().id()).collect(Collectors.toSet()));
        return inWork;
    }

    private InWork progress(Job job, Instant now) {
        if (job.state() != State.PREPARED) {
            return new InWork(
                    job, job.state() == State.CLAIMED ? 0 : job.facts().rows(), Optional.empty());
        }
        OutcomeLedger.Tally tally = outcomes.tally(job.id());
        long judged = job.facts().skipped()
                + tally.confirmed()
                + tally.codes().values().stream().mapToLong(Long::longValue).sum();
        return new InWork(job, judged, pace.doneAt(job.id(), judged, job.facts().rows(), now));
    }

    private Map<String, Waiting> byOperation(List<WaitingFile> waiting, List<InWork> inWork) {
        Map<String, Waiting> found = new TreeMap<>();
        operations.forEach(operation -> found.put(operation, new Waiting(0, Optional.empty())));
        waiting.forEach(file -> found.merge(file.operation(), one(file.since()), Surveyor::sum));
        inWork.forEach(
                work -> found.merge(work.job().operation(), one(work.job().claimedAt()), Surveyor::sum));
        return found;
    }

    private static Waiting one(Instant since) {
        return new Waiting(1, Optional.of(since));
    }

    private static Waiting sum(Waiting one, Waiting other) {
        Optional<Instant> oldest = one.oldest()
                .filter(since -> other.oldest().isEmpty()
                        || since.isBefore(other.oldest().get()))
                .or(other::oldest);
        return new Waiting(one.files() + other.files(), oldest);
    }
}
