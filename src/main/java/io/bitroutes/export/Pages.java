package io.bitroutes.export;

import io.bitroutes.text.Texts;
import java.util.Arrays;

/**
 * Goes from page to page of one place, while records may come and go. Each page begins with the last record of the one
 * before; if it does not, the records have moved (drift), and reading goes back until a page begins with a record that
 * was seen. From then on pages overlap by half: else records that go faster than pages come would hold it where it is.
 * As long as records keep their order, none is missed that was there throughout. None is given out twice.
 */
final class Pages {
    /** More often than that, and nobody can say that the order is kept. */
    static final int MOST_DRIFTS = 100;

    private final PageSource source;
    private final int limit;
    private final String keyField;
    private final Texts texts;
    private final SeenKeys seen = new SeenKeys();
    private long offset;
    private long[] before = {};
    private long beforeOffset;
    private int overlap = 1;
    private int overlapAfterBefore = 1;
    private boolean goingBack;
    private boolean more = true;
    private int read;
    private int drifts;

    /** @param limit the most records of a page, at least 2 */
    Pages(PageSource source, int limit, String keyField, Texts texts) {
        this.source = source;
        this.limit = limit;
        this.keyField = keyField;
        this.texts = texts;
    }

    boolean more() {
        return more;
    }

    /** How many pages were read. */
    int read() {
        return read;
    }

    /** How many of them did not begin where the one before had ended. */
    int drifts() {
        return drifts;
    }

    /**
     * Those records of the next page that were on none before; perhaps none.
     *
     * @throws ExportException if the page is refused, or does not lead on
     */
    Page.Fresh next() throws ExportException {
        Cells page = source.read(offset, offset + limit - overlap);
        read++;
        long[] keys = keys(page);
        if (leadsOn(keys)) {
            return take(page, keys);
        }
        goingBack = true;
        offset = Math.max(0, offset - (limit - 1));
        return new Page.Fresh(page);
    }

    private boolean leadsOn(long[] keys) throws ExportException {
        if (offset == 0 || isOverlap(keys)) {
            return true;
        }
        if (offset != beforeOffset && keys.length >= limit && Arrays.equals(keys, before)) {
            throw new ExportException(texts.of("export.offset-ignored", source.describe(offset)));
        }
        if (!goingBack) {
            noteDrift();
        }
        return keys.length > 0 && seen.contains(keys[0]);
    }

    private void noteDrift() throws ExportException {
        drifts++;
        overlap = Math.max(1, limit / 2);
        if (drifts > MOST_DRIFTS) {
            throw new ExportException(texts.of("export.drift", source.describe(offset), MOST_DRIFTS));
        }
    }

    private boolean isOverlap(long[] keys) {
        return keys.length > 0 && keys[0] == before[before.length - overlapAfterBefore];
    }

    /** The end is a page that is not full, never what the server says of the total. */
    private Page.Fresh take(Cells page, long[] keys) {
        Page.Fresh fresh = new Page.Fresh(page);
        for (int index = 0; index < page.size(); index++) {
            if (seen.add(keys[index])) {
                fresh.add(index);
            }
        }
        goingBack = false;
        before = keys;
        beforeOffset = offset;
        more = page.size() >= limit;
        offset += Math.max(0, page.size() - overlap);
        overlapAfterBefore = overlap;
        return fresh;
    }

    private long[] keys(Cells page) throws ExportException {
        long[] keys = new long[page.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = page.key(row, RecordForm.KEY);
            if (keys[row] == SeenKeys.NONE) {
                throw new ExportException(texts.of("export.no-key", source.describe(offset), keyField));
            }
        }
        return keys;
    }
}
