package io.bitroutes.sandbox;

import io.bitroutes.api.Operations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the sandbox holds. Safe for use while requests run: each method sees and leaves whole requests, never half of
 * one. Maps that are answered are copies, oldest record first; empty fields are not in them.
 */
public final class SandboxState {
    private static final Map<String, String> NO_VARIABLES = Map.of();

    private final Customers customers;
    private final Products products;
    private final Datas datas;

    SandboxState(Operations operations, SandboxOptions options) {
        Timestamps timestamps = new Timestamps(options.clock());
        customers = new Customers(operations, timestamps);
        products = new Products(operations, options);
        datas = new Datas(operations, options, timestamps);
    }

    /** All customers by name. */
    public synchronized Map<String, Map<String, Object>> customers() {
        return customers.table(NO_VARIABLES).copy();
    }

    /** The customer of that name. */
    public synchronized Optional<Map<String, Object>> customer(String name) {
        return customers.table(NO_VARIABLES).find(name).map(item -> item);
    }

    /** How many customers there are; cheap. */
    public synchronized int customerCount() {
        return customers.table(NO_VARIABLES).size();
    }

    /** All products by name. */
    public synchronized Map<String, Map<String, Object>> products() {
        return products.table(NO_VARIABLES).copy();
    }

    /** The configuration items of one licence by name. */
    public synchronized Map<String, Map<String, Object>> datas(String sn) {
        return datas.table(Map.of("sn", sn)).copy();
    }

    /** The configuration items of all licences that have any: licence, then name. */
    public synchronized Map<String, Map<String, Map<String, Object>>> datas() {
        Map<String, Map<String, Map<String, Object>>> copy = new LinkedHashMap<>();
        datas.tables().forEach((sn, table) -> copy.put(sn, table.copy()));
        copy.values().removeIf(Map::isEmpty);
        return copy;
    }

    /** Puts a customer there as it is, unchecked; without a {@code regDate} it gets one. */
    public synchronized void seedCustomer(Map<String, ?> customer) {
        customers.seed(customer);
    }

    /** Puts customers there, as {@link #seedCustomer}. */
    public synchronized void seedCustomers(Collection<? extends Map<String, ?>> many) {
        many.forEach(customers::seed);
    }

    /** Puts a product there as it is, unchecked; without a {@code productGuid} it gets one. */
    public synchronized void seedProduct(Map<String, ?> product) {
        products.seed(product);
    }

    /** Puts an item there as it is, unchecked; {@code status}, {@code updateTime} and {@code source} have defaults. */
    public synchronized void seedData(String sn, Map<String, ?> item) {
        datas.seed(sn, item);
    }

    /** Forgets all records. */
    public synchronized void clear() {
        customers.table(NO_VARIABLES).clear();
        products.table(NO_VARIABLES).clear();
        datas.tables().clear();
    }

    Resource resource(String name) {
        return switch (name) {
            case "customers" -> customers;
            case "products" -> products;
            case "datas" -> datas;
            default -> throw new IllegalStateException("no rules for the resource '" + name + "'");
        };
    }
}
