package io.bitroutes.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.faults.FaultRow.Fate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the program says of a file: its receipt, and the rows that came back. Used once for one file. */
final class FilesCheck {
    private final FaultFile file;
    private final Returned returned;
    private final List<Complaint> complaints = new ArrayList<>();

    FilesCheck(FaultFile file, Returned returned) {
        this.file = file;
        this.returned = returned;
    }

    List<Complaint> complaints(JsonNode receipt, Promise promise) {
        checkSums(receipt);
        checkRows(promise);
        return complaints;
    }

    private void checkSums(JsonNode receipt) {
        long rows = receipt.path("rows").longValue();
        long sum = List.of("confirmed", "rejected", "unknown", "notSent", "skipped").stream()
                .mapToLong(part -> receipt.path(part).longValue())
                .sum();
        boolean fits = rows == file.rows().size()
                && sum == rows
                && receipt.path("rejected").longValue() == returned.count("rejected")
                && receipt.path("unknown").longValue() == returned.count("unknown")
                && receipt.path("notSent").longValue() == returned.count("not-sent");
        if (!fits) {
            complain(
                    Kind.RECEIPT_DIFFERS,
                    file.rows().size() + " rows, " + returned.rows().size() + " of them came back; receipt: "
                            + receipt);
        }
    }

    private void checkRows(Promise promise) {
        Map<Integer, FaultRow> own = file.byNumber();
        Set<Integer> seen = new HashSet<>();
        for (Returned.Row row : returned.rows()) {
            if (!seen.add(row.number())) {
                complain(Kind.REJECTS_DIFFER, "row " + row.number() + " came back twice");
            }
            if (!own.containsKey(row.number()) || !own.get(row.number()).cells().equals(row.cells())) {
                complain(Kind.REJECTS_DIFFER, "row " + row.number() + " came back as " + row);
            }
        }
        checkGuilty(seen, promise);
    }

    private void checkGuilty(Set<Integer> seen, Promise promise) {
        Set<Integer> guilty = new TreeSet<>(file.numbers(Fate.POISON));
        guilty.addAll(file.numbers(Fate.INVALID));
        Set<Integer> missing = new TreeSet<>(guilty);
        missing.removeAll(seen);
        Set<Integer> innocent = new TreeSet<>(seen);
        innocent.removeAll(guilty);
        if (!missing.isEmpty() || (promise.guiltyOnly() && !innocent.isEmpty())) {
            complain(
                    Kind.REJECTS_DIFFER,
                    "guilty and not come back: " + missing + "; come back and innocent: " + innocent + " "
                            + examples(innocent));
        }
    }

    private List<Returned.Row> examples(Set<Integer> numbers) {
        return returned.rows().stream()
                .filter(row -> numbers.contains(row.number()))
                .limit(3)
                .toList();
    }

    private void complain(Kind kind, String text) {
        complaints.add(new Complaint(kind, file.name() + ": " + text));
    }
}
