package io.bitroutes.cli;

import io.bitroutes.text.Texts;
import java.io.PrintStream;

/** Progress for a log: a line for each tenth. */
final class ProgressLines implements Progress {
    private static final int PARTS = 10;

    private final PrintStream out;
    private final Texts texts;
    private long part;

    ProgressLines(PrintStream out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void at(long done, long all) {
        long reached = all == 0 ? PARTS : done * PARTS / all;
        if (reached > part) {
            part = reached;
            say(texts.of("import.rows", done, all));
        }
    }

    @Override
    public void end() {
        out.flush();
    }
}
