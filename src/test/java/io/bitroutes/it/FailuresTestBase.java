package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.it.FailureCase.Then;
import io.bitroutes.sandbox.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Drives cases of {@code spec/failures.yaml} in one program. */
abstract class FailuresTestBase extends ProgramTestBase {
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final Set<String> ran = new HashSet<>();

    @Override
    Launch configured(Launch plain) {
        return plain.with("BATCH_SIZE", "4")
                .with("INBOX_OPERATIONS", "all")
                .with("RETRY_ATTEMPTS", "3")
                .with("RETRY_DELAY", "20ms")
                .with("RETRY_MAX_DELAY", "700ms")
                .with("RESPONSE_TIMEOUT", LONGEST_ANSWER.toSeconds() + "s")
                .with("RETRY_STATUSES", "90")
                .with("STOP_STATUSES", "91")
                .with("REPEAT_STATUSES", "92");
    }

    /** The cases are under way side by side: nothing is forgotten between them. */
    @Override
    void forget() {}

    static List<FailureCase> driven(boolean isLong) {
        return FailureCase.all().stream()
                .filter(failure -> failure.isDriven() && failure.isLong() == isLong)
                .toList();
    }

    /** Lets it go wrong, and drops the file. */
    final void begin(FailureCase failure) {
        if (!failure.given().operation().equals("product.create")) {
            failure.names().forEach(name -> sandbox.state().seedCustomer(Map.of("name", name)));
        }
        new FailureStrikes(failure).inject(sandbox.faults());
        home.drop(failure.given().operation(), failure.fileName(), failure.csv());
    }

    /** Nothing of it comes back while nothing is taken; then it goes on by itself. */
    final void endOutage(FailureCase failure) {
        Waiting.until(
                "an outage", () -> program.errors().contains(failure.then().reason()));
        assertThat(returned(failure)).isEmpty();
        assertThat(home.receipts(failure.given().operation(), failure.fileName()))
                .isEmpty();
        sandbox.faults().clear();
    }

    final void assertKept(FailureCase failure) {
        JsonNode receipt = home.receipt(failure.given().operation(), failure.fileName());
        Then then = failure.then();

        assertThat(receipt.path("confirmed").intValue()).as("confirmed").isEqualTo(then.confirmed());
        assertThat(returned(failure)).isEqualTo(new TreeMap<>(then.back()));
        assertRequests(failure);
        ran.add(failure.id());
    }

    private void assertRequests(FailureCase failure) {
        List<ReceivedRequest> requests =
                sandbox.requests().stream().filter(failure::isOf).toList();
        Then then = failure.then();
        if (then.requests() > 0) {
            assertThat(requests).as("requests").hasSize(then.requests());
        }
        if (then.ids() > 0) {
            assertThat(requests.stream().map(ReceivedRequest::requestId).distinct())
                    .as("ids")
                    .hasSize(then.ids());
        }
        if (then.gap() > 0) {
            assertThat(Duration.between(
                            requests.get(0).receivedAt(), requests.get(1).receivedAt()))
                    .isGreaterThan(Duration.ofMillis(then.gap()));
        }
    }

    /** The records that came back by their number, each with code and status. */
    private Map<Integer, String> returned(FailureCase failure) {
        Map<Integer, String> returned = new TreeMap<>();
        for (Path file : home.deadLetters(failure.given().operation())) {
            if (file.getFileName().toString().startsWith(failure.id() + ".")) {
                HomeFolder.text(file)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .forEach(columns -> returned.put(
                                Integer.parseInt(columns[0]) - 1, (columns[1] + " " + columns[2]).strip()));
            }
        }
        return returned;
    }

    final void assertAllRan(boolean isLong) {
        assertThat(ran)
                .containsExactlyInAnyOrderElementsOf(
                        driven(isLong).stream().map(FailureCase::id).toList());
    }
}
