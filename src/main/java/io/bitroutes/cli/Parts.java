package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Fence;
import io.bitroutes.config.Settings;
import io.bitroutes.deliver.Deliverer;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Transport;
import io.bitroutes.http.Wire;
import io.bitroutes.job.ClaimStrategy;
import io.bitroutes.job.Claims;
import io.bitroutes.job.Feeds;
import io.bitroutes.job.HelpFiles;
import io.bitroutes.job.Home;
import io.bitroutes.job.Jobs;
import io.bitroutes.job.OutageNote;
import io.bitroutes.job.Preparation;
import io.bitroutes.job.Recovery;
import io.bitroutes.job.Settlement;
import io.bitroutes.job.StopRule;
import io.bitroutes.job.Sweep;
import io.bitroutes.job.TrialStrategy;
import io.bitroutes.job.Trials;
import io.bitroutes.job.Unreadable;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.OutageLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.ledger.Ownership;
import io.bitroutes.ledger.SendingLedger;
import io.bitroutes.ops.Metrics;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.time.Clock;

/** The plain objects that the routes are made of, put together once. */
final class Parts {
    final Settings settings;
    final Texts texts;
    final Operations operations;
    final Gate gate;
    final Home home;
    final JobLedger jobLedger;
    final OutcomeLedger outcomeLedger;
    final Wire wire;
    final ApiClient client;
    final LimitParts limits;
    final ClaimStrategy claimStrategy;
    final Recovery recovery;
    final Sweep sweep;
    final Jobs jobs;
    final Preparation preparation;
    final Feeds feeds;
    final Fence fence = new Fence();
    final Deliverer deliverer;
    final Settlement settlement;
    final TrialStrategy trialStrategy;
    final Trials trials;
    final HelpFiles helpFiles;
    final OutageNote outageNote;
    final Metrics metrics;

    private final Clock clock = Clock.systemUTC();

    Parts(
            Settings settings,
            Operations operations,
            LedgerDatabase database,
            Gate gate,
            Ownership ownership,
            Transport transport) {
        this.gate = gate;
        this.settings = settings;
        this.operations = operations;
        metrics = new Metrics(gate);
        texts = Texts.in(settings.people().language());
        home = new Home(settings.home().home(), settings.people().zone());
        jobLedger = new JobLedger(database, ownership);
        outcomeLedger = new OutcomeLedger(database, ownership);
        wire = new Wire(settings.api().key()::value);
        client = Clients.of(settings, operations, transport, gate);
        RecordFiles files = FileParts.files(settings, texts);
        Claims claims = new Claims(home, jobLedger, gate, settings.inbox().settle(), clock);
        limits = new LimitParts(settings, home, gate, texts);
        claimStrategy = new ClaimStrategy(claims, limits.disks, limits.polls, operations);
        recovery = new Recovery(home, operations, jobLedger, claims, texts, clock);
        sweep = new Sweep(home, settings.home().state(), clock);
        jobs = new Jobs(home, jobLedger, claims, gate, limits.disks, clock, ownership);
        SendingLedger sendings = new SendingLedger(database, ownership);
        StopRule stopRule = new StopRule(settings.send().maxRejected());
        Unreadable unreadable = new Unreadable(home, limits.disks);
        preparation = preparation(files, unreadable);
        feeds = new Feeds(home, operations, sendings, outcomeLedger, stopRule, fence, gate);
        deliverer = new Deliverer(
                client, operations, outcomeLedger, settings.send().isolationMaxRequests(), texts, clock, ownership);
        String server = settings.api().baseUrl().getHost();
        settlement = new Settlement(home, jobLedger, outcomeLedger, files, server, texts, metrics, unreadable, clock);
        trialStrategy = new TrialStrategy(
                gate, limits.disks, limits.polls, settings.inbox().settle(), clock);
        trials = trials(server);
        helpFiles = new HelpFiles(home, settings.people().language());
        outageNote = new OutageNote(gate, new OutageLedger(database));
    }

    private Trials trials(String server) {
        return new Trials(
                home,
                operations,
                FileParts.trial(settings, gate, texts),
                settings.home().state().resolve("trial"),
                server,
                texts,
                clock);
    }

    private Preparation preparation(RecordFiles files, Unreadable unreadable) {
        return new Preparation(
                home,
                jobLedger,
                outcomeLedger,
                operations,
                files,
                gate,
                settings.send().batchSize(),
                settings.inbox().maxInvalid(),
                texts,
                unreadable,
                clock);
    }
}
