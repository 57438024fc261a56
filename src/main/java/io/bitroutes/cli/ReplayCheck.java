package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.batch.Verdict;
import io.bitroutes.bus.ReplayChoice;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether what was chosen can be chosen. */
final class ReplayCheck {
    private final Operations operations;
    private final Texts texts;

    ReplayCheck(Operations operations, Texts texts) {
        this.operations = operations;
        this.texts = texts;
    }

    /**
     * What is meant; codes may be written in any letter case.
     *
     * @throws IOException if nothing was chosen, or everything and something, or what is not there
     */
    ReplayChoice check(boolean all, ReplayChoice choice) throws IOException {
        boolean some = choice.operation().isPresent() || choice.code().isPresent();
        if (all == (some || choice.text().isPresent())) {
            throw new IOException(texts.of("replay.choose"));
        }
        List<String> known = operations.all().stream().map(Operation::id).toList();
        requireKnown("replay.unknown-operation", choice.operation(), known);
        Optional<String> code = choice.code().map(given -> given.toUpperCase(Locale.ROOT));
        requireKnown(
                "replay.unknown-code",
                code,
                Arrays.stream(Verdict.Code.values()).map(Enum::name).toList());
        return new ReplayChoice(choice.operation(), code, choice.text());
    }

    private void requireKnown(String text, Optional<String> given, List<String> known) throws IOException {
        if (given.isPresent() && !known.contains(given.get())) {
            String suggestion = Suggestion.near(given.get(), known)
                    .map(near -> texts.of("did-you-mean", near))
                    .orElse("");
            throw new IOException(texts.of(text, given.get(), suggestion, String.join(", ", known)));
        }
    }
}
