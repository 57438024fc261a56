package io.bitroutes.batch;

import java.util.List;

/** What became of batches, and of the parts of those that are being isolated. Safe for threads. */
public interface Outcomes {

    /** A run of a batch's records that has gone out alone, and the how manieth new id that was. */
    record Sent(int first, int last, int counter) {}

    /** A whole batch was refused, and the key works: from here on only its parts go out. */
    void isolating(String job, int batch);

    /** Whether only the parts of that batch may go out. */
    boolean isIsolating(String job, int batch);

    /** What became of a batch; what is known already stands. */
    void done(Outcome outcome);

    /** How often a part of a batch had to be given a new id. */
    int reissues(String job, int batch, int first, int last);

    /** Gives a part of a batch a new id: the counter that makes it new. */
    int reissue(String job, int batch, int first, int last);

    /** A part of a batch that is being isolated is about to go out. */
    void sending(String job, int batch, int first, int last);

    /** What has gone out of a batch that is being isolated, each request once. */
    List<Sent> sent(String job, int batch);
}
