package io.bitroutes.cli;

import io.bitroutes.config.CsvSettings;
import io.bitroutes.config.Settings;
import io.bitroutes.gate.Gate;
import io.bitroutes.job.Trial;
import io.bitroutes.record.ReadingRules;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;

/** What reads files, as configured; it needs neither ledger nor routes. */
final class FileParts {
    private FileParts() {}

    static RecordFiles files(Settings settings, Texts texts) {
        CsvSettings csv = settings.csv();
        ReadingRules rules = new ReadingRules(
                csv.charset(), csv.delimiter(), csv.clearToken(), csv.resetMissing(), csv.excelCheck(), csv.aliases());
        return new RecordFiles(rules, texts);
    }

    static Trial trial(Settings settings, Gate gate, Texts texts) {
        return new Trial(
                files(settings, texts),
                gate,
                settings.send().batchSize(),
                settings.inbox().maxInvalid(),
                texts);
    }
}
