package io.bitroutes.it;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.bitroutes.sandbox.ReceivedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A case of {@code spec/failures.yaml}; what its members mean is said there.
 *
 * @param test the test that keeps it; null if it is driven
 * @param isLong whether it takes too long for a plain build
 */
record FailureCase(
        String id,
        Row row,
        String test,
        @JsonProperty("long") boolean isLong,
        Given given,
        Then then) {

    /** The rows of the table in the design. */
    enum Row {
        AGAIN,
        OTHER_4XX,
        OUTAGE,
        ENVELOPE,
        AFTER_UNANSWERED,
        UNLISTED,
        LATE,
        STOPS
    }

    record Given(String operation, int records, boolean everything, int since, List<Strike> strikes) {
        Given {
            operation = operation == null ? CustomerFile.UPDATE : operation;
        }
    }

    record Strike(int on, int from, String answer, String retryAfter, int times) {}

    record Then(int confirmed, Map<Integer, String> back, int requests, int ids, int gap, String reason) {
        Then {
            back = back == null ? Map.of() : back;
        }
    }

    private record Table(List<FailureCase> cases) {}

    static List<FailureCase> all() {
        try (InputStream yaml = FailureCase.class.getResourceAsStream("/spec/failures.yaml")) {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(yaml, Table.class)
                    .cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDriven() {
        return test == null;
    }

    /** Whether nothing is taken from anybody for a while. */
    boolean isOutage() {
        return then.reason() != null;
    }

    String name(int record) {
        return id + "-" + record;
    }

    List<String> names() {
        return IntStream.rangeClosed(1, given.records()).mapToObj(this::name).toList();
    }

    String fileName() {
        return id + ".csv";
    }

    String csv() {
        return switch (given.operation()) {
            case "product.create" -> lines("productName", "");
            case CustomerFile.UPDATE -> lines("name,city", ",x");
            default -> lines("name", "");
        };
    }

    private String lines(String header, String rest) {
        return names().stream().map(name -> name + rest + "\n").collect(Collectors.joining("", header + "\n", ""));
    }

    /** Whether a request writes records of this case. */
    boolean isOf(ReceivedRequest request) {
        return request.is(given.operation()) && names().stream().anyMatch(name -> carries(request, name));
    }

    static boolean carries(ReceivedRequest request, String name) {
        return request.path().endsWith("/" + name)
                || request.body()
                        .filter(body -> body.contains("\"" + name + "\""))
                        .isPresent();
    }

    @Override
    public String toString() {
        return id;
    }
}
