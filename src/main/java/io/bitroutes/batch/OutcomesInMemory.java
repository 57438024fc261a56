package io.bitroutes.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Outcomes of batches that are not resumed by a later process: what is known of a batch is forgotten as soon as it is
 * done. Safe for threads.
 */
public final class OutcomesInMemory implements Outcomes {
    private final Map<String, Map<Range, Integer>> parts = new HashMap<>();
    private final Set<String> isolating = new HashSet<>();

    private record Range(int first, int last) {}

    @Override
    public synchronized void isolating(String job, int batch) {
        isolating.add(key(job, batch));
    }

    @Override
    public synchronized boolean isIsolating(String job, int batch) {
        return isolating.contains(key(job, batch));
    }

    @Override
    public synchronized void done(Outcome outcome) {
        isolating.remove(key(outcome.job(), outcome.batch()));
        parts.remove(key(outcome.job(), outcome.batch()));
    }

    @Override
    public synchronized int reissues(String job, int batch, int first, int last) {
        return parts.getOrDefault(key(job, batch), Map.of()).getOrDefault(new Range(first, last), 0);
    }

    @Override
    public synchronized int reissue(String job, int batch, int first, int last) {
        return of(job, batch).merge(new Range(first, last), 1, Integer::sum);
    }

    @Override
    public synchronized void sending(String job, int batch, int first, int last) {
        of(job, batch).putIfAbsent(new Range(first, last), 0);
    }

    @Override
    public synchronized List<Sent> sent(String job, int batch) {
        List<Sent> sent = new ArrayList<>();
        parts.getOrDefault(key(job, batch), Map.of()).forEach((range, counter) -> IntStream.rangeClosed(0, counter)
                .forEach(number -> sent.add(new Sent(range.first(), range.last(), number))));
        return sent;
    }

    private Map<Range, Integer> of(String job, int batch) {
        return parts.computeIfAbsent(key(job, batch), none -> new HashMap<>());
    }

    private static String key(String job, int batch) {
        return job + '/' + batch;
    }
}
