package io.bitroutes.ledger;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Outcomes;
import io.bitroutes.batch.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What became of the batches and rows of each job. Safe for threads. */
public final class OutcomeLedger implements Outcomes {
    private final LedgerDatabase database;
    private final Ownership ownership;

    /** The outcomes in that database. Whoever writes is alone on it. */
    public OutcomeLedger(LedgerDatabase database) {
        this(database, Ownership.OF_ALL);
    }

    /** The same, where only the owner of a job may write how far it is. */
    public OutcomeLedger(LedgerDatabase database, Ownership ownership) {
        this.database = database;
        this.ownership = ownership;
    }

    /**
     * The sums of a job.
     *
     * @param batches how many have an outcome
     * @param confirmed records confirmed
     * @param requests requests sent
     * @param retries further tries of these requests
     * @param codes how many records of each code
     */
    public record Tally(int batches, long confirmed, long requests, long retries, Map<Verdict.Code, Long> codes) {
        /** How many records have that code. */
        public long of(Verdict.Code code) {
            return codes.getOrDefault(code, 0L);
        }
    }

    /** Notes rows that must not be sent. */
    public void invalid(String job, Collection<Verdict> verdicts) {
        asOwner(job, () -> insert(job, verdicts));
    }

    @Override
    public void isolating(String job, int batch) {
        asOwner(
                job,
                () -> database.update(
                        "INSERT INTO outcome (job, batch, state, confirmed, requests, retries) VALUES (?, ?, 'ISOLATING', 0, 0, 0)"
                                + " ON CONFLICT (job, batch) DO NOTHING",
                        job,
                        batch));
    }

    @Override
    public boolean isIsolating(String job, int batch) {
        return !database.inTransaction(() -> database.query(
                        "SELECT 1 FROM outcome WHERE job = ? AND batch = ? AND state = 'ISOLATING'",
                        row -> row.getInt(1),
                        job,
                        batch))
                .isEmpty();
    }

    /** What became of a batch, all of it in one transaction; what is known already stands. */
    @Override
    public void done(Outcome outcome) {
        asOwner(outcome.job(), () -> {
            int changed = database.update(
                    "INSERT INTO outcome (job, batch, state, confirmed, requests, retries) VALUES (?, ?, 'DONE', ?, ?, ?)"
                            + " ON CONFLICT (job, batch) DO UPDATE SET state = excluded.state,"
                            + " confirmed = excluded.confirmed, requests = excluded.requests, retries = excluded.retries"
                            + " WHERE outcome.state <> 'DONE'",
                    outcome.job(),
                    outcome.batch(),
                    outcome.confirmed(),
                    outcome.requests(),
                    outcome.retries());
            return changed == 0 ? 0 : insert(outcome.job(), outcome.verdicts());
        });
    }

    /** The numbers of the batches that have an outcome. */
    public Set<Integer> doneBatches(String job) {
        return new HashSet<>(database.inTransaction(() -> database.query(
                "SELECT batch FROM outcome WHERE job = ? AND state = 'DONE'", row -> row.getInt(1), job)));
    }

    @Override
    public int reissues(String job, int batch, int first, int last) {
        return database
                .inTransaction(() -> database.query(
                        "SELECT counter FROM reissue WHERE job = ? AND batch = ? AND first = ? AND last = ?",
                        row -> row.getInt(1),
                        job,
                        batch,
                        first,
                        last))
                .stream()
                .findFirst()
                .orElse(0);
    }

    @Override
    public int reissue(String job, int batch, int first, int last) {
        asOwner(
                job,
                () -> database.update(
                        "INSERT INTO reissue (job, batch, first, last, counter) VALUES (?, ?, ?, ?, 1)"
                                + " ON CONFLICT (job, batch, first, last) DO UPDATE SET counter = reissue.counter + 1",
                        job,
                        batch,
                        first,
                        last));
        return reissues(job, batch, first, last);
    }

    @Override
    public void sending(String job, int batch, int first, int last) {
        asOwner(
                job,
                () -> database.update(
                        "INSERT INTO reissue (job, batch, first, last, counter) VALUES (?, ?, ?, ?, 0)"
                                + " ON CONFLICT (job, batch, first, last) DO NOTHING",
                        job,
                        batch,
                        first,
                        last));
    }

    @Override
    public List<Sent> sent(String job, int batch) {
        List<Sent> lastOnes = database.inTransaction(() -> database.query(
                "SELECT first, last, counter FROM reissue WHERE job = ? AND batch = ?",
                row -> new Sent(row.getInt("first"), row.getInt("last"), row.getInt("counter")),
                job,
                batch));
        return lastOnes.stream()
                .flatMap(part -> IntStream.rangeClosed(0, part.counter())
                        .mapToObj(counter -> new Sent(part.first(), part.last(), counter)))
                .toList();
    }

    /** The sums of a job so far. */
    public Tally tally(String job) {
        return database.inTransaction(() -> {
            Map<Verdict.Code, Long> codes = new EnumMap<>(Verdict.Code.class);
            database.query(
                    "SELECT code, COUNT(*) FROM verdict WHERE job = ? GROUP BY code",
                    row -> codes.put(Verdict.Code.valueOf(row.getString(1)), row.getLong(2)),
                    job);
            return database.query(
                            "SELECT COUNT(*), COALESCE(SUM(confirmed), 0), COALESCE(SUM(requests), 0),"
                                    + " COALESCE(SUM(retries), 0) FROM outcome WHERE job = ? AND state = 'DONE'",
                            row -> new Tally(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), codes),
                            job)
                    .get(0);
        });
    }

    /** At most so many rows with one of these codes, ascending, after that row. */
    public List<Verdict> verdicts(String job, Set<Verdict.Code> codes, long afterRow, int most) {
        String wanted = codes.stream().map(code -> "'" + code.name() + "'").collect(Collectors.joining(", "));
        return database.inTransaction(() -> database.query(
                "SELECT * FROM verdict WHERE job = ? AND file_row > ? AND code IN (" + wanted
                        + ") ORDER BY file_row LIMIT ?",
                OutcomeLedger::verdict,
                job,
                afterRow,
                most));
    }

    private int insert(String job, Collection<Verdict> verdicts) throws SQLException {
        for (Verdict verdict : verdicts) {
            database.update(
                    "INSERT INTO verdict (job, file_row, code, status, msg, request) VALUES (?, ?, ?, ?, ?, ?)",
                    job,
                    verdict.row(),
                    verdict.code().name(),
                    verdict.status(),
                    verdict.msg(),
                    verdict.request());
        }
        return verdicts.size();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong("file_row"),
                Verdict.Code.valueOf(row.getString("code")),
                row.getString("status"),
                row.getString("msg"),
                row.getString("request"));
    }

    private <T> T asOwner(String job, LedgerDatabase.Work<T> work) {
        return database.inTransaction(() -> {
            ownership.check(job);
            return work.run();
        });
    }
}
