package io.bitroutes.record;

import java.io.IOException;
import java.io.Reader;

/**
 * Stops a record that does not end, such as one with an unclosed quote, before it has swallowed the file. It is told
 * where records begin and counts only what was read since, in whole chunks; records that end are measured exactly by
 * whoever reads them.
 */
final class RecordGuard extends Reader {
    static final int MOST_CHARACTERS = 1 << 20;
    static final int MOST_LINES = 200;

    private final Reader source;
    private final int mostLines;
    private boolean begun = true;
    private int characters;
    private int lines;
    private int chunkCharacters;
    private int chunkLines;
    private char last = '\n';
    private boolean ended;

    RecordGuard(Reader source, int mostLines) {
        this.source = source;
        this.mostLines = mostLines;
    }

    /** To be called when a record begins. */
    void recordBegins() {
        begun = true;
    }

    /** Whether all of the text has been read. */
    boolean ended() {
        return ended;
    }

    /** Whether the text read so far ends with a line end. */
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecordTooLongException when the present record is beyond the limits
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        boolean within = !begun;
        count(within);
        int read = source.read(target, offset, length);
        chunkCharacters = Math.max(0, read);
        chunkLines = within ? LineEnds.count(target, offset, read) : 0;
        ended = read < 0;
        if (read > 0) {
            last = target[offset + read - 1];
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void count(boolean within) throws RecordTooLongException {
        begun = false;
        characters = within ? characters + chunkCharacters : 0;
        lines = within ? lines + chunkLines : 0;
        if (characters > MOST_CHARACTERS || lines > mostLines) {
            throw new RecordTooLongException();
        }
    }
}
