package io.bitroutes.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Which resources this process works, of several on one ledger: for as long as it holds a lease nobody else does. A lease
 * runs out by the clock of the database unless it is renewed; here it runs out earlier, counted from before the renewal
 * was sent. Each holding has a token of its own, which is compared whenever something about a job is written. Safe for
 * threads.
 */
public final class Leases implements Ownership {
    private static final int RENEWALS = 3;

    private final LedgerDatabase database;
    private final String owner;
    private final Duration time;
    private final BooleanSupplier fit;
    private final LongSupplier nanoTime;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** @param since when the last renewal was about to be sent */
    private record Held(long token, long since) {}

    /**
     * Holds none yet.
     *
     * @param owner the name of this process; no other has it, now or later
     * @param time how long a lease lasts without renewal
     * @param fit whether this process can work at present; while it cannot, it keeps what it holds and takes no more
     */
    public Leases(LedgerDatabase database, String owner, Duration time, BooleanSupplier fit) {
        this(database, owner, time, fit, System::nanoTime);
    }

    Leases(LedgerDatabase database, String owner, Duration time, BooleanSupplier fit, LongSupplier nanoTime) {
        this.database = database;
        this.owner = owner;
        this.time = time;
        this.fit = fit;
        this.nanoTime = nanoTime;
    }

    /** How often they are to be renewed. */
    public Duration pace() {
        return time.dividedBy(RENEWALS);
    }

    @Override
    public boolean hold(String resource) {
        Held own = held.get(resource);
        return (own != null && (isFresh(own) || renew(resource, own))) || (fit.getAsBoolean() && take(resource));
    }

    private boolean isFresh(Held own) {
        return nanoTime.getAsLong() - own.since() < pace().toNanos();
    }

    @Override
    public void checkTime(String resource) {
        Held own = held.get(resource);
        if (own == null || nanoTime.getAsLong() - own.since() >= time.toNanos()) {
            throw lost(resource);
        }
    }

    /** Renews all that are held. One that somebody else has taken meanwhile is lost. */
    public void renew() {
        held.forEach(this::renew);
    }

    /** Lets others have them at once. Nothing is begun any more. */
    public void giveUp() {
        giveUpIf(() -> true);
    }

    /**
     * The same if there is still reason to when nothing can be begun here any more; else they run out by themselves.
     *
     * @return the resources that were held
     */
    public Set<String> giveUpIf(BooleanSupplier reason) {
        Map<String, Held> before = Map.copyOf(held);
        held.clear();
        if (reason.getAsBoolean()) {
            before.forEach(this::giveUp);
        }
        return before.keySet();
    }

    private void giveUp(String resource, Held own) {
        database.inTransaction(() -> database.update(
                "UPDATE lease SET expires = 0 WHERE resource = ? AND owner = ? AND token = ?",
                resource,
                owner,
                own.token()));
    }

    /** Holds the row too, so that nobody takes the lease before the transaction ends. */
    @Override
    public void check(String job) throws SQLException {
        String resource = database.query("SELECT resource FROM job WHERE id = ?", row -> row.getString(1), job).stream()
                .findFirst()
                .orElseThrow(() -> new LeaseLostException("job " + job + " is not in the ledger"));
        Held own = held.get(resource);
        if (own == null
                || database.update(
                                "UPDATE lease SET token = token WHERE resource = ? AND owner = ? AND token = ?",
                                resource,
                                owner,
                                own.token())
                        == 0) {
            throw lost(resource);
        }
    }

    private boolean take(String resource) {
        long before = nanoTime.getAsLong();
        List<Long> token = database.inTransaction(() -> {
            int taken = database.update(
                    "INSERT INTO lease (resource, owner, token, expires) VALUES (?, ?, 1, " + expiry() + ")"
                            + " ON CONFLICT (resource) DO UPDATE SET owner = excluded.owner,"
                            + " token = lease.token + 1, expires = excluded.expires"
                            + " WHERE lease.expires <= " + database.clock(),
                    resource,
                    owner,
                    time.toMillis());
            return taken == 0 ? List.of() : token(resource);
        });
        token.forEach(own -> held.put(resource, new Held(own, before)));
        return !token.isEmpty();
    }

    private List<Long> token(String resource) throws SQLException {
        return database.query("SELECT token FROM lease WHERE resource = ?", row -> row.getLong(1), resource);
    }

    private boolean renew(String resource, Held own) {
        long before = nanoTime.getAsLong();
        int renewed = database.inTransaction(() -> database.update(
                "UPDATE lease SET expires = " + expiry() + " WHERE resource = ? AND owner = ? AND token = ?",
                time.toMillis(),
                resource,
                owner,
                own.token()));
        if (renewed > 0) {
            return held.replace(resource, own, new Held(own.token(), before));
        }
        held.remove(resource, own);
        return false;
    }

    private String expiry() {
        return database.clock() + " + ?";
    }

    private static LeaseLostException lost(String resource) {
        return new LeaseLostException("another instance may work " + resource + " by now");
    }
}
