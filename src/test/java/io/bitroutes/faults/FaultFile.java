package io.bitroutes.faults;

import io.bitroutes.faults.FaultRow.Fate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A CSV file in which some rows are refused by the server, some must not be sent, and some repeat the key of an earlier
 * row with other values. Immutable.
 *
 * @param name with its extension; it begins all keys, so that those of two files differ
 */
record FaultFile(String operation, String name, String header, List<FaultRow> rows) {
    static final String REPLACE = "customers.replace";
    static final String UPSERT = "datas.upsert";

    /** The {@code referenceId} that belongs to somebody else. */
    static final String TAKEN = "TAKEN";

    private static final String CUSTOMERS =
            "name,description,officeNumber,mobileNumber,email,address,city,country,postcode,contact,referenceId";
    private static final String ITEMS = "sn,name,value";
    private static final int LICENCES = 5;

    /** How much of what. */
    record Mix(int rows, int poison, int invalid, int repeated) {}

    FaultFile {
        rows = List.copyOf(rows);
    }

    /** Customers, drawn by chance. */
    static FaultFile customers(String stem, Mix mix, Random random) {
        return new FaultFile(REPLACE, stem + ".csv", CUSTOMERS, new Draw(mix, random).rows((number, source, fate) -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("name", fate == Fate.INVALID ? "" : stem + "-" + source);
                    values.put("description", "row " + number);
                    for (String field : List.of("officeNumber", "mobileNumber", "email", "address")) {
                        values.put(field, field);
                    }
                    values.putAll(Map.of("city", "北京", "country", "中国", "postcode", "100000", "contact", "c" + source));
                    values.put("referenceId", fate == Fate.POISON ? TAKEN : stem + "/" + source);
                    return row(number, stem + "-" + source, CUSTOMERS, values, fate);
                }));
    }

    /** Configuration items of a few licences, drawn by chance; the server refuses none of them, whatever the mix says. */
    static FaultFile items(String stem, Mix wanted, Random random) {
        Mix mix = new Mix(wanted.rows(), 0, wanted.invalid(), wanted.repeated());
        return new FaultFile(UPSERT, stem + ".csv", ITEMS, new Draw(mix, random).rows((number, source, fate) -> {
                    String sn = stem + "-SN-" + source % LICENCES;
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("sn", sn);
                    values.put("name", fate == Fate.INVALID ? "" : "item-" + source);
                    values.put("value", "row " + number);
                    return row(number, sn + "/item-" + source, ITEMS, values, fate);
                }));
    }

    byte[] content() {
        return rows.stream()
                .map(row -> row.cells() + "\r\n")
                .collect(Collectors.joining("", header + "\r\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    Map<Integer, FaultRow> byNumber() {
        Map<Integer, FaultRow> numbered = new HashMap<>();
        rows.forEach(row -> numbered.put(row.number(), row));
        return numbered;
    }

    Set<Integer> numbers(Fate fate) {
        return rows.stream()
                .filter(row -> row.fate() == fate)
                .map(FaultRow::number)
                .collect(Collectors.toSet());
    }

    private static FaultRow row(int number, String key, String header, Map<String, Object> values, Fate fate) {
        String cells = List.of(header.split(",", -1)).stream()
                .map(field -> values.get(field).toString())
                .collect(Collectors.joining(","));
        values.remove("sn");
        return new FaultRow(number, key, Map.copyOf(values), cells, fate);
    }

    /** Makes a row of its number, the number whose key it has, and its fate. */
    @FunctionalInterface
    private interface Maker {
        FaultRow row(int number, int source, Fate fate);
    }

    /** Draws which rows are what. Row n of the records has the number n + 1. */
    private static final class Draw {
        private static final int FIRST = 2;
        private static final int NEAR = 300;

        private final Mix mix;
        private final Map<Integer, Fate> fates = new HashMap<>();
        private final Map<Integer, Integer> sources = new HashMap<>();

        Draw(Mix mix, Random random) {
            this.mix = mix;
            Set<Integer> drawn = new HashSet<>();
            draw(mix.poison(), FIRST, random, drawn).forEach(number -> fates.put(number, Fate.POISON));
            draw(mix.invalid(), FIRST, random, drawn).forEach(number -> fates.put(number, Fate.INVALID));
            for (int number : draw(mix.repeated(), FIRST + 1, random, drawn)) {
                int reach = random.nextBoolean() ? Math.min(NEAR, number - 1) : number - 1;
                sources.put(number, number - 1 - random.nextInt(Math.max(1, reach - 1)));
            }
        }

        private List<Integer> draw(int count, int first, Random random, Set<Integer> drawn) {
            List<Integer> numbers = new ArrayList<>();
            while (numbers.size() < count) {
                int number = first + random.nextInt(mix.rows() + FIRST - first);
                if (drawn.add(number)) {
                    numbers.add(number);
                }
            }
            return numbers;
        }

        /** A repeat of a repeat has the key of the first; one of an invalid row has a key that nobody had before. */
        List<FaultRow> rows(Maker maker) {
            List<FaultRow> rows = new ArrayList<>();
            Map<Integer, Integer> roots = new HashMap<>();
            for (int number = 2; number <= mix.rows() + 1; number++) {
                int source = sources.getOrDefault(number, number);
                roots.put(number, source == number ? number : roots.getOrDefault(source, source));
                rows.add(maker.row(number, roots.get(number), fates.getOrDefault(number, Fate.GOOD)));
            }
            return rows;
        }
    }
}
