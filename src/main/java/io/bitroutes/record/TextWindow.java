package io.bitroutes.record;

import java.io.IOException;
import java.io.Reader;

/** A reader that keeps what was read since a place, so that it can be copied. */
final class TextWindow extends Reader {
    private static final int WORTH_FORGETTING = 64 * 1024;

    private final Reader source;
    private final StringBuilder kept = new StringBuilder();
    private long first;

    TextWindow(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        if (count > 0) {
            kept.append(target, offset, count);
        }
        return count;
    }

    /** What comes before a place is not needed any more. */
    void forgetUntil(long place) {
        int length = (int) Math.min(kept.length(), place - first);
        if (length > WORTH_FORGETTING) {
            kept.delete(0, length);
            first += length;
        }
    }

    String between(long begin, long end) {
        return kept.substring((int) (begin - first), (int) (end - first));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
