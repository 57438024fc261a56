package io.bitroutes.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One write: all of its records, or none. Not thread-safe. */
final class Transaction {
    private final Resource resource;
    private final Call call;
    private final Draft draft;
    private final List<Item> items = new ArrayList<>();
    private final List<Item> changed = new ArrayList<>();
    private final List<AppliedRecord> applied = new ArrayList<>();

    Transaction(Resource resource, Call call) {
        this.resource = resource;
        this.call = call;
        this.draft = new Draft(resource.table(call.variables()));
    }

    void apply(Given record) {
        Optional<Resource.Applied> outcome = resource.apply(draft, call.operation(), record);
        outcome.ifPresent(result -> {
            items.add(result.answer());
            if (result.changed()) {
                changed.add(result.answer());
            }
        });
        applied.add(appliedRecord(record));
    }

    Answer commit(Oracle oracle) {
        draft.commit();
        oracle.add(applied);
        return new Answer.Written(List.copyOf(items), List.copyOf(changed));
    }

    private AppliedRecord appliedRecord(Given record) {
        String sn = call.variables().get("sn");
        return new AppliedRecord(
                call.request().number(),
                call.operation().id(),
                sn == null ? record.name() : sn + "/" + record.name(),
                call.request().requestId(),
                record.values());
    }
}
