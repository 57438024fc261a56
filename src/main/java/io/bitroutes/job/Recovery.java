package io.bitroutes.job;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At start, before anything is claimed: brings ledger and folders of an earlier run, perhaps a killed one, together. */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Home home;
    private final Operations operations;
    private final JobLedger jobs;
    private final Claims claims;
    private final Texts texts;
    private final Clock clock;
    private final Set<Path> said = ConcurrentHashMap.newKeySet();

    /** Recovers these jobs. */
    public Recovery(Home home, Operations operations, JobLedger jobs, Claims claims, Texts texts, Clock clock) {
        this.home = home;
        this.operations = operations;
        this.jobs = jobs;
        this.claims = claims;
        this.texts = texts;
        this.clock = clock;
    }

    /** Does so. Whoever calls this is alone on the ledger. */
    public void recover() throws IOException {
        for (Job job : jobs.in(State.CLAIMING)) {
            finishClaim(job);
        }
        bringTogether();
    }

    /**
     * The same beside other instances, which may be at work: claims are theirs until they are older than a lease, and what
     * somebody else has tidied away meanwhile is no concern.
     */
    public void recoverBeside(Duration lease) throws IOException {
        Instant old = clock.instant().minus(lease);
        for (Job job : jobs.in(State.CLAIMING)) {
            if (job.claimedAt().isBefore(old)) {
                finishClaim(job);
            }
        }
        bringTogether();
    }

    private void bringTogether() throws IOException {
        for (Path operation : WorkingFolders.children(home.working())) {
            for (Path folder : WorkingFolders.children(operation)) {
                bringTogether(operation.getFileName().toString(), folder);
            }
        }
    }

    /** The rename came about, or it did not: then the file is still in the inbox, to be claimed again. */
    private void finishClaim(Job job) throws IOException {
        if (Files.exists(home.original(job))) {
            claims.arrived(job.id(), home.original(job), job.seen());
        } else {
            jobs.forget(job.id());
        }
    }

    private void bringTogether(String operation, Path folder) throws IOException {
        String id = folder.getFileName().toString();
        Optional<Job> job = jobs.find(id);
        if (job.isPresent() && job.get().state() == State.DONE) {
            WorkingFolders.delete(folder);
        } else if (job.isEmpty() && JobId.isOne(id)) {
            adopt(operations.find(operation), id, folder);
        }
    }

    /** A file whose row is lost is never deleted: it begins anew under its own id. */
    private void adopt(Optional<Operation> operation, String id, Path folder) throws IOException {
        Optional<Path> file = WorkingFolders.children(folder).stream()
                .filter(child -> InboxNames.isTaken(child.getFileName().toString()))
                .findFirst();
        if (operation.isPresent() && file.isPresent()) {
            String name = file.get().getFileName().toString();
            Operation found = operation.get();
            jobs.claiming(id, found.id(), found.resource(), name, Look.at(file.get()), clock.instant());
            claims.arrived(id, file.get(), Look.at(file.get()));
            LOG.warn("{}", texts.of("log.adopted", found.id(), name, id));
        } else if (!isEmptyAndGoes(folder) && said.add(folder)) {
            LOG.warn("{}", texts.of("log.not-adopted", folder));
        }
    }

    /** It was made for a claim that was killed before the file came into it. */
    private static boolean isEmptyAndGoes(Path folder) throws IOException {
        if (!WorkingFolders.children(folder).isEmpty()) {
            return false;
        }
        try {
            return Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException filledMeanwhile) {
            return true;
        }
    }
}
