package io.bitroutes.export;

/**
 * What a page brings. Not safe for threads.
 *
 * @param form what its records are in a file
 * @param fresh those that were on no page before it
 * @param read how many pages were read so far
 * @param drifts how many of them did not begin where the one before had ended
 * @param last whether there is none after it
 */
record Page(RecordForm form, Fresh fresh, long read, long drifts, boolean last) {

    /** Records of a page, by their places on it. */
    static final class Fresh {
        private final Cells cells;
        private final int[] rows;
        private int count;

        /** None of them so far. */
        Fresh(Cells cells) {
            this.cells = cells;
            this.rows = new int[cells.size()];
        }

        void add(int row) {
            rows[count++] = row;
        }

        Cells cells() {
            return cells;
        }

        int count() {
            return count;
        }

        int row(int index) {
            return rows[index];
        }
    }
}
