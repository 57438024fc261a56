package io.bitroutes.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The last line of a terminal, written over and over. What others print meanwhile through {@link #above} stands above it.
 * Safe for threads.
 */
final class StatusLine {
    private static final String CLEAR = "\r\u001B[2K";
    private static final char LINE_END = '\n';

    private final PrintStream terminal;
    private String drawn = "";

    StatusLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** The terminal it is on. */
    PrintStream terminal() {
        return terminal;
    }

    synchronized void draw(String text) {
        terminal.print(CLEAR + text);
        terminal.flush();
        drawn = text;
    }

    synchronized void clear() {
        if (!drawn.isEmpty()) {
            draw("");
        }
    }

    /** For everybody else who prints on the same terminal. */
    PrintStream above() {
        return new PrintStream(new Above(), true);
    }

    private synchronized void print(byte[] bytes, int offset, int length) {
        if (!drawn.isEmpty()) {
            terminal.print(CLEAR);
        }
        terminal.write(bytes, offset, length);
        boolean atLineBegin = length > 0 && bytes[offset + length - 1] == LINE_END;
        if (atLineBegin) {
            terminal.print(drawn);
        } else {
            drawn = "";
        }
        terminal.flush();
    }

    private final class Above extends OutputStream {
        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            print(bytes, offset, length);
        }
    }
}
