package io.bitroutes.it;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operations;
import io.bitroutes.sandbox.Sandbox;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of customers with all of their fields, in English, Chinese and with every character that CSV has to quote.
 * Customer n stands in row n + 1. Immutable.
 *
 * @param prefix begins the names, so that those of two files differ
 * @param rows how many customers
 * @param refused the numbers of those whose {@code referenceId} belongs to the {@link #seedOwner owner}
 */
record CustomerFile(String prefix, int rows, Set<Integer> refused) {
    static final String REPLACE = "customers.replace";
    static final String UPDATE = "customers.update";
    static final String DELETE = "customers.delete";

    /** The {@code referenceId} that no other customer may have. */
    static final String TAKEN = "TAKEN";

    private static final String OWNER = "老客户";
    private static final List<String> FIELDS = Operations.load().get(REPLACE).sentFields().stream()
            .map(Field::name)
            .toList();

    static CustomerFile of(String prefix, int rows) {
        return new CustomerFile(prefix, rows, Set.of());
    }

    CustomerFile refusing(Integer... numbers) {
        return new CustomerFile(prefix, rows, Set.of(numbers));
    }

    /** Puts the customer there who has the {@code referenceId} of the refused ones. */
    static void seedOwner(Sandbox sandbox) {
        sandbox.state().seedCustomer(Map.of("name", OWNER, "referenceId", TAKEN));
    }

    /** What the sandbox holds, without what it adds itself, and without the owner. */
    static Map<String, Map<String, Object>> heldBy(Sandbox sandbox) {
        Map<String, Map<String, Object>> held = new LinkedHashMap<>();
        sandbox.state().customers().forEach((name, customer) -> held.put(name, withoutRegDate(customer)));
        held.remove(OWNER);
        return held;
    }

    static Map<String, Object> withoutRegDate(Map<String, Object> customer) {
        Map<String, Object> copy = new LinkedHashMap<>(customer);
        copy.remove("regDate");
        return copy;
    }

    static String header() {
        return String.join(",", FIELDS) + "\r\n";
    }

    String csv() {
        return IntStream.rangeClosed(1, rows).mapToObj(this::line).collect(Collectors.joining("", header(), ""));
    }

    void writeTo(Path file) throws IOException {
        try (BufferedWriter target = Files.newBufferedWriter(file)) {
            target.write(header());
            for (int number = 1; number <= rows; number++) {
                target.write(line(number));
            }
        }
    }

    /** What the sandbox is to hold in the end: everybody but the refused. */
    Map<String, Map<String, Object>> landing() {
        Map<String, Map<String, Object>> landing = new LinkedHashMap<>();
        IntStream.rangeClosed(1, rows)
                .filter(number -> !refused.contains(number))
                .forEach(number -> landing.put(name(number), customer(number)));
        return landing;
    }

    String name(int number) {
        return prefix + "-" + number;
    }

    Map<String, Object> customer(int number) {
        Map<String, Object> customer = new LinkedHashMap<>();
        FIELDS.forEach(field -> customer.put(field, value(field, number)));
        return customer;
    }

    /** The row of a customer, with its line end. */
    String line(int number) {
        return FIELDS.stream().map(field -> quoted(value(field, number))).collect(Collectors.joining(",", "", "\r\n"));
    }

    private String value(String field, int number) {
        return switch (field) {
            case "name" -> name(number);
            case "description" -> "said \"" + number + "\", twice";
            case "city" -> "北京";
            case "address" -> "朝阳区\n" + number + " 号";
            case "referenceId" -> refused.contains(number) ? TAKEN : prefix + "/" + number;
            default -> field + " " + number;
        };
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("\n") || value.contains("\"")
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
