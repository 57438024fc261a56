package io.bitroutes.job;

import io.bitroutes.ledger.Job;

/** Told what becomes of files, by whoever settles them; must be quick and must not fail. Safe for threads. */
public interface JobWatch {
    /** Watches nothing. */
    JobWatch NONE = new JobWatch() {
        @Override
        public void done(Job job, long invalid) {
            // Nobody counts.
        }

        @Override
        public void refused(Job job) {
            // Nobody counts.
        }
    };

    /**
     * A file is worked through.
     *
     * @param invalid how many of its rows were not fit to be sent
     */
    void done(Job job, long invalid);

    /** A file is refused whole. */
    void refused(Job job);
}
