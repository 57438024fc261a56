package io.bitroutes.batch;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The row numbers of a batch's records, by position; ascending runs written as {@code 2-1001,1003}. Immutable. */
public final class RowNumbers {
    private final long[] rows;

    private RowNumbers(long[] rows) {
        this.rows = rows;
    }

    static RowNumbers of(LongStream rows) {
        return new RowNumbers(rows.toArray());
    }

    static RowNumbers parse(String runs) {
        return new RowNumbers(
                Stream.of(runs.split(",")).flatMapToLong(RowNumbers::run).toArray());
    }

    private static LongStream run(String run) {
        int dash = run.indexOf('-');
        return dash < 0
                ? LongStream.of(Long.parseLong(run))
                : LongStream.rangeClosed(
                        Long.parseLong(run.substring(0, dash)), Long.parseLong(run.substring(dash + 1)));
    }

    /** How many there are. */
    public int size() {
        return rows.length;
    }

    /** The row of the record at a position from 0. */
    public long at(int position) {
        return rows[position];
    }

    @Override
    public String toString() {
        StringBuilder runs = new StringBuilder();
        int first = 0;
        while (first < rows.length) {
            int last = first;
            while (last + 1 < rows.length && rows[last + 1] == rows[last] + 1) {
                last++;
            }
            runs.append(runs.isEmpty() ? "" : ",").append(rows[first]);
            if (last > first) {
                runs.append('-').append(rows[last]);
            }
            first = last + 1;
        }
        return runs.toString();
    }
}
