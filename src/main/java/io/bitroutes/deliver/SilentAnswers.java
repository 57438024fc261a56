package io.bitroutes.deliver;

import java.util.LinkedHashMap;
import java.util.Map;

/** What answers without {@code items} mean in each job, as its first one has shown. Safe for threads. */
final class SilentAnswers {
    private static final int MOST_JOBS = 100;

    private final Map<String, Boolean> meanConfirmed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_JOBS;
        }
    };

    /** Whether all records of such an answer are there, without looking. */
    synchronized boolean meanConfirmed(String job) {
        return meanConfirmed.getOrDefault(job, false);
    }

    /** Such an answer was read back. Only the first one counts. */
    synchronized void learn(String job, boolean allThere) {
        meanConfirmed.putIfAbsent(job, allThere);
    }
}
