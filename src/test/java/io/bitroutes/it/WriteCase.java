package io.bitroutes.it;

import io.bitroutes.api.Operation;
import io.bitroutes.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a file for one write operation holds, what was there before, and what is to be there afterwards: records whose
 * names have to be quoted in CSV, escaped in JSON and percent-encoded in a path, and one that no file mentions.
 */
record WriteCase(Operation operation) {
    static final List<String> NAMES = List.of(
            "a/b",
            "50%",
            "%2F",
            "what?",
            "c#",
            "a+b",
            "x;y",
            "R&D",
            "k=v",
            "two  words",
            "\"quoted\", twice",
            "上海示例",
            "🚀 火箭",
            "..dots");
    private static final String UNTOUCHED = "kept";

    /** The records of the file, with the fields that are given. */
    List<Map<String, Object>> records() {
        return NAMES.stream().map(this::record).toList();
    }

    /** Puts there what is to be changed or deleted, and what is to stay. */
    void seed(Sandbox sandbox) {
        held().seed(sandbox, before(UNTOUCHED));
        NAMES.stream().filter(this::wasThere).forEach(name -> held().seed(sandbox, before(name)));
    }

    /** What the sandbox is to hold in the end, by name. */
    Map<String, Map<String, Object>> after() {
        Map<String, Map<String, Object>> after = new LinkedHashMap<>();
        after.put(UNTOUCHED, before(UNTOUCHED));
        if (!operation.removes()) {
            NAMES.forEach(name -> after.put(name, after(name)));
        }
        return after;
    }

    Held held() {
        return Held.valueOf(operation.resource().toUpperCase(Locale.ROOT));
    }

    /** Operations that also add find every other record absent. */
    private boolean wasThere(String name) {
        return switch (operation.id()) {
            case "product.create" -> false;
            case "customers.replace",
                    "customer.replace",
                    "datas.upsert",
                    "datas.update",
                    "data.upsert",
                    "data.update" -> NAMES.indexOf(name) % 2 == 0;
            default -> true;
        };
    }

    private Map<String, Object> record(String name) {
        Map<String, Object> record = new LinkedHashMap<>();
        if (operation.key().contains("sn")) {
            record.put("sn", Held.LICENCE);
        }
        record.put(operation.keyField(), name);
        if (!operation.removes()) {
            record.put(held().changing(), changed(name));
        }
        return record;
    }

    private Map<String, Object> before(String name) {
        Map<String, Object> record = new LinkedHashMap<>(held().staying());
        record.put(operation.keyField(), name);
        record.put(held().changing(), "old");
        return record;
    }

    private Map<String, Object> after(String name) {
        boolean keepsOld = wasThere(name) && !operation.resetsMissing();
        Map<String, Object> record = new LinkedHashMap<>(keepsOld ? before(name) : held().defaults());
        record.put(operation.keyField(), name);
        record.put(held().changing(), changed(name));
        return record;
    }

    private static String changed(String name) {
        return "new,\n\"" + name + '"';
    }
}
