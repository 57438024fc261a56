package io.bitroutes.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of operations, in the order of its file. Immutable. */
public final class Operations {
    private static final String OWN_FILE = "operations.yaml";

    private final Map<String, Operation> byId;

    private Operations(Map<String, Operation> byId) {
        this.byId = byId;
    }

    /** The catalogue that comes with the program. */
    public static Operations load() {
        try (InputStream yaml = Operations.class.getResourceAsStream(OWN_FILE)) {
            return parse(OWN_FILE, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A catalogue from a file of the operator's.
     *
     * @throws CatalogueException if it is not a catalogue, naming the file, the operation and the member
     * @throws IOException if it cannot be read
     */
    public static Operations load(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return parse(file.toString(), yaml);
        }
    }

    static Operations parse(String source, InputStream yaml) throws IOException {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (Operation operation : OperationsFile.read(source, yaml)) {
            operations.put(operation.id(), operation);
        }
        return new Operations(operations);
    }

    /** All operations. */
    public Collection<Operation> all() {
        return byId.values();
    }

    /** The operations that change something. */
    public List<Operation> writes() {
        return byId.values().stream().filter(Operation::writes).toList();
    }

    /** The names of the resources. */
    public List<String> resources() {
        return byId.values().stream().map(Operation::resource).distinct().toList();
    }

    /** The operation of that id. */
    public Optional<Operation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The operation of that id.
     *
     * @throws IllegalArgumentException if there is none, naming the known ones
     */
    public Operation get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("no operation '" + id + "'; known: " + String.join(", ", byId.keySet())));
    }
}
