package io.bitroutes.faults;

import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.faults.FaultRow.Fate;
import io.bitroutes.sandbox.AppliedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the server took, beside what the file says. Used once for one file. */
final class OracleCheck {
    private final FaultFile file;
    private final Returned returned;
    private final Map<String, Map<String, Object>> held;
    private final Map<String, List<AppliedRecord>> applied = new LinkedHashMap<>();
    private final Lives lives;
    private final Map<FaultRow, Map<Integer, Set<String>>> ids = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * @param oracle everything the server took, in order
     * @param held what the server holds now, by key
     * @param lives between which records may come again, the earlier ones first
     */
    OracleCheck(
            FaultFile file,
            Returned returned,
            List<AppliedRecord> oracle,
            Map<String, Map<String, Object>> held,
            Lives lives) {
        this.file = file;
        this.returned = returned;
        this.held = held;
        this.lives = lives;
        Set<String> keys = new HashSet<>();
        file.rows().forEach(row -> keys.add(row.key()));
        oracle.stream()
                .filter(record -> record.operation().equals(file.operation()) && keys.contains(record.key()))
                .forEach(record -> applied.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(record));
    }

    List<Complaint> complaints(Promise promise) {
        Map<String, List<FaultRow>> rows = new LinkedHashMap<>();
        file.rows().forEach(row -> rows.computeIfAbsent(row.key(), key -> new ArrayList<>())
                .add(row));
        rows.forEach(this::followKey);
        file.rows().forEach(row -> check(row, promise));
        rows.forEach(this::checkState);
        return complaints;
    }

    /** The rows of a key, in the order in which the server took them. */
    private void followKey(String key, List<FaultRow> rows) {
        int last = 0;
        int life = 0;
        for (AppliedRecord record : applied.getOrDefault(key, List.of())) {
            last = lives.of(record) == life ? last : 0;
            life = lives.of(record);
            FaultRow row = rows.stream()
                    .filter(one -> one.values().equals(record.values()))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                complain(Kind.STATE_DIFFERS, "the server took what no row of " + file.name() + " says: " + record);
            } else {
                ids.computeIfAbsent(row, first -> new TreeMap<>())
                        .computeIfAbsent(life, first -> new LinkedHashSet<>())
                        .add(record.requestId().orElse("none"));
                if (row.number() < last) {
                    complain(Kind.OUT_OF_ORDER, at(row) + " was applied after row " + last);
                }
                last = row.number();
            }
        }
    }

    private void check(FaultRow row, Promise promise) {
        boolean back = returned.numbers().contains(row.number());
        Map<Integer, Set<String>> found = ids.getOrDefault(row, Map.of());
        if (found.isEmpty() && !back) {
            complain(Kind.LOST, at(row) + " is confirmed and was never applied");
        }
        if (!found.isEmpty() && back && promise.guiltyOnly()) {
            complain(Kind.REJECTED_YET_APPLIED, at(row) + " came back and was applied");
        }
        if (found.values().stream().anyMatch(within -> within.size() > 1) && promise.oneId()) {
            complain(Kind.APPLIED_TWICE, at(row) + " was applied under the ids " + found);
        }
    }

    /** How many rows were applied again in a later life, under another id. */
    long appliedAgain() {
        return ids.values().stream()
                .filter(within ->
                        within.values().stream().flatMap(Set::stream).distinct().count() > 1)
                .count();
    }

    /** The last row of a key that was taken stands; of rows that came back as unknown either may. */
    private void checkState(String key, List<FaultRow> rows) {
        FaultRow last = null;
        boolean unknown = false;
        for (FaultRow row : rows) {
            boolean back = returned.numbers().contains(row.number());
            if (!back) {
                last = row;
            }
            unknown |= back && row.fate() == Fate.GOOD;
        }
        Map<String, Object> holds = held.get(key);
        boolean right = last == null
                ? holds == null
                : holds != null && holds.entrySet().containsAll(last.values().entrySet());
        if (!right && !unknown) {
            complain(
                    Kind.STATE_DIFFERS,
                    "'" + key + "' is to be as in row " + number(last) + ", the server holds " + holds);
        }
    }

    private String at(FaultRow row) {
        return file.name() + ": row " + row.number() + " ('" + row.key() + "')";
    }

    private static Object number(FaultRow row) {
        return row == null ? "none" : row.number();
    }

    private void complain(Kind kind, String text) {
        complaints.add(new Complaint(kind, text));
    }
}
