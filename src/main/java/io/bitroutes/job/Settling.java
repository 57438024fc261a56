package io.bitroutes.job;

import io.bitroutes.ledger.Job.Seen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells a file that is still being copied from one that is whole: unchanged for a while. Safe for threads. */
final class Settling {
    private static final int TIMES_LONGER_WHEN_EMPTY = 10;
    private static final Duration UNTIL_FORGOTTEN = Duration.ofHours(1);

    private final Duration wait;
    private final Clock clock;
    private final Map<Path, Since> watched = new HashMap<>();

    private record Since(Seen seen, Instant first, Instant last) {}

    Settling(Duration wait, Clock clock) {
        this.wait = wait;
        this.clock = clock;
    }

    /** How long a file must not have changed; an empty one may be one that is about to be filled. */
    Duration waitFor(Seen seen) {
        return seen.size() == 0 ? wait.multipliedBy(TIMES_LONGER_WHEN_EMPTY) : wait;
    }

    /** Whether two looks far enough apart have seen the file like this. */
    synchronized boolean isSettled(Path file, Seen seen) {
        Instant now = clock.instant();
        Since since = watched.get(file);
        if (since == null || !since.seen().equals(seen)) {
            watched.put(file, new Since(seen, now, now));
            forgetOld(now);
            return false;
        }
        watched.put(file, new Since(seen, since.first(), now));
        return Duration.between(since.first(), now).compareTo(waitFor(seen)) >= 0;
    }

    /** The file is gone from where it was. */
    synchronized void forget(Path file) {
        watched.remove(file);
    }

    /** Files that went away without us are not looked at any more. */
    private void forgetOld(Instant now) {
        Instant old = now.minus(UNTIL_FORGOTTEN);
        watched.values().removeIf(since -> since.last().isBefore(old));
    }
}
