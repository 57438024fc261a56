package io.bitroutes.job;

import io.bitroutes.SettableClock;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.DataSize;
import io.bitroutes.config.RowLimit;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.ledger.SendingLedger;
import io.bitroutes.record.ReadingRules;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A home and a ledger on disk, and a clock that stands at 10:15 in Shanghai. */
@Timeout(30)
abstract class JobTestBase {
    static final String JOB = "20261122-101500-0000abcd";
    static final Operations OPERATIONS = Operations.load();
    static final Operation UPDATE = OPERATIONS.get("customers.update");
    static final Texts TEXTS = Texts.in("en");
    static final Duration SETTLE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T02:15:00Z"));
    final Gate gate = new Gate();
    final Disks disks = new Disks(List.of(), new DataSize(0), gate.troubles(), TEXTS);
    final RecordFiles files = new RecordFiles(ReadingRules.DEFAULT, TEXTS);
    Home home;
    JobLedger jobs;
    OutcomeLedger outcomes;
    SendingLedger sendings;
    Claims claims;
    Preparation preparation;
    Settlement settlement;
    Unreadable unreadable;
    LedgerDatabase database;

    @BeforeEach
    void start() throws IOException {
        home = new Home(folder.resolve("home"), ZoneId.of("Asia/Shanghai"));
        home.create(List.of(UPDATE.id()));
        database = LedgerDatabase.inFolder(folder.resolve("state"));
        jobs = new JobLedger(database);
        outcomes = new OutcomeLedger(database);
        sendings = new SendingLedger(database);
        claims = claims();
        unreadable = new Unreadable(home, disks);
        preparation = preparation(new RowLimit(10, 10));
        settlement =
                new Settlement(home, jobs, outcomes, files, "api.example", TEXTS, JobWatch.NONE, unreadable, clock);
    }

    @AfterEach
    void end() {
        database.close();
    }

    /** Those of another instance. */
    Claims claims() {
        return new Claims(home, jobs, gate, SETTLE, clock);
    }

    Preparation preparation(RowLimit mostInvalid) {
        return new Preparation(home, jobs, outcomes, OPERATIONS, files, gate, 2, mostInvalid, TEXTS, unreadable, clock);
    }

    /** A file in the inbox. */
    Path drop(String name, String content) throws IOException {
        return Files.writeString(home.inbox(UPDATE.id()).resolve(name), content);
    }

    /** Claims it after it has settled. */
    boolean claim(Path file) throws IOException {
        claims.claim(UPDATE, file);
        clock.goOn(SETTLE);
        return claims.claim(UPDATE, file);
    }

    /** The job {@link #JOB}, as claimed. */
    Job claimed(String name, String content) throws IOException {
        return claimed(UPDATE, name, content.getBytes(StandardCharsets.UTF_8));
    }

    Job claimed(Operation operation, String name, byte[] content) throws IOException {
        Path working = Files.createDirectories(home.working(operation.id(), JOB));
        Path file = Files.write(working.resolve(name), content);
        jobs.claiming(JOB, operation.id(), operation.resource(), name, Look.at(file), clock.instant());
        jobs.claimed(JOB, Look.at(file), clock.instant());
        return job();
    }

    /** The job {@link #JOB} as it is now. */
    Job job() {
        return jobs.find(JOB).orElseThrow();
    }

    /** All files of the home, by path below it, with their content. */
    SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home.root())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                found.put(home.root().relativize(path).toString(), Files.readString(path));
            }
        }
        return found;
    }
}
