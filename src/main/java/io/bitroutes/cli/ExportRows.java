package io.bitroutes.cli;

import io.bitroutes.export.ExportSummary;
import io.bitroutes.text.Texts;
import java.io.PrintStream;
import java.util.function.LongConsumer;

/** Says how many rows are exported: on a terminal while they come, and once at the end. */
final class ExportRows implements LongConsumer {
    private static final String BACK_TO_THE_BEGINNING = "\r";

    private final Texts texts;
    private final PrintStream out;
    private final boolean watched;

    /** @param watched whether somebody looks at it while it is printed */
    ExportRows(Texts texts, PrintStream out, boolean watched) {
        this.texts = texts;
        this.out = out;
        this.watched = watched;
    }

    @Override
    public void accept(long rows) {
        if (watched) {
            out.print(BACK_TO_THE_BEGINNING + texts.of("export.progress", rows));
            out.flush();
        }
    }

    void done(ExportSummary summary, String target) {
        String line = summary.drifts() == 0
                ? texts.of("export.done", summary.rows(), summary.pages(), target)
                : texts.of("export.done.drift", summary.rows(), summary.pages(), target, summary.drifts());
        out.println((watched ? BACK_TO_THE_BEGINNING : "") + line);
    }
}
