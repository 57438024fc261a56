package io.bitroutes.deliver;

import io.bitroutes.batch.Verdict;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The refusals of a batch that stand only if the key works: proven together, but before there are many. */
final class Refusals {
    /** So that a key that is revoked meanwhile wastes no more requests than this. */
    private static final int MOST_UNPROVEN = 32;

    private final ApiClient client;
    private final List<Refused> alone = new ArrayList<>();
    private Optional<Moment> last = Optional.empty();
    private int count;

    /** A record refused alone. */
    record Refused(Part part, Verdict verdict) {}

    Refusals(ApiClient client) {
        this.client = client;
    }

    void add(Part part, Verdict verdict, Moment at) {
        alone.add(new Refused(part, verdict));
        addHalved(at);
    }

    /** A part was refused and goes on in halves. */
    void addHalved(Moment at) {
        last = Optional.of(at);
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean areMany() {
        return count >= MOST_UNPROVEN;
    }

    int count() {
        return count;
    }

    /** Whether they were refused for their own sake. If not, the gate is closed. */
    boolean areProven() {
        return last.isEmpty() || client.keyWorksSince(last.get());
    }

    /** Those refused alone; none is left. */
    List<Refused> take() {
        List<Refused> taken = List.copyOf(alone);
        alone.clear();
        last = Optional.empty();
        count = 0;
        return taken;
    }
}
