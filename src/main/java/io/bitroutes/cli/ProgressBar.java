package io.bitroutes.cli;

import io.bitroutes.text.Texts;
import java.io.PrintStream;

/** Progress for a terminal: one line that is written over and over. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;
    private static final int HUNDRED = 100;
    private static final String LINE_BEGIN = "\r";
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintStream out;
    private final Texts texts;
    private String drawn = "";

    ProgressBar(PrintStream out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    @Override
    public void say(String line) {
        out.print((drawn.isEmpty() ? "" : CLEAR_LINE) + line + System.lineSeparator() + drawn);
        out.flush();
    }

    @Override
    public void at(long done, long all) {
        int filled = (int) (all == 0 ? WIDTH : done * WIDTH / all);
        String bar = LINE_BEGIN + "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
                + (all == 0 ? HUNDRED : done * HUNDRED / all) + "%  " + texts.of("import.rows", done, all);
        if (!bar.equals(drawn)) {
            drawn = bar;
            out.print(bar);
            out.flush();
        }
    }

    @Override
    public void end() {
        if (!drawn.isEmpty()) {
            drawn = "";
            out.println();
            out.flush();
        }
    }
}
