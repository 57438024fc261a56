package io.bitroutes.job;

import io.bitroutes.config.RowLimit;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.text.Texts;

/** What a trial has found, for people. */
record TrialText(Texts texts, RowLimit mostInvalid) {

    String of(TrialFile file, TrialResult result) {
        String sums = texts.of(
                "trial.text",
                file.name(),
                file.operation().id(),
                result.rows(),
                result.good(),
                result.bad(),
                result.skipped(),
                result.batches(),
                result.calls());
        return result.refused() ? sums + texts.of("trial.refused", result.bad(), result.rows(), mostInvalid) : sums;
    }

    String returned(String rejected) {
        return texts.of("trial.returned", rejected);
    }

    String of(TrialFile file, BrokenFileException broken) {
        return texts.of(
                "trial.broken",
                file.name(),
                broken.found(),
                BrokenFile.of(broken).place(texts),
                broken.expected());
    }
}
