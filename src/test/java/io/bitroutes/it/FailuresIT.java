package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of failures, row by row. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresIT extends FailuresTestBase {
    private Path key;

    @Override
    Launch configured(Launch plain) {
        key = plain.folder().resolve("key");
        writeKey(BITKEY);
        Map<String, String> environment = new TreeMap<>(plain.environment());
        environment.remove("BITANSWER_BITKEY");
        return super.configured(new Launch(plain.folder(), plain.jvmOptions(), environment))
                .with("BITKEY_FILE", key.toString());
    }

    @BeforeAll
    void beginAllThatPass() {
        passing().forEach(this::begin);
    }

    static Stream<FailureCase> passing() {
        return driven(false).stream().filter(failure -> !failure.isOutage());
    }

    static Stream<FailureCase> outages() {
        return driven(false).stream().filter(FailureCase::isOutage);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("passing")
    void whileTheServerIsWell(FailureCase failure) {
        assertKept(failure);
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("outages")
    void inAnOutage(FailureCase failure) {
        begin(failure);
        endOutage(failure);
        assertKept(failure);
    }

    @Order(3)
    @Test
    void theFileOfTheKeyIsReadAgain() {
        sandbox.state().seedCustomer(Map.of("name", "key-file"));
        writeKey("not-the-key-any-more");
        home.drop(UPDATE, "key-file.csv", "name,city\nkey-file,x\n");
        Waiting.until("refused", () -> program.errors().contains("status 401 the header"));
        assertThat(home.receipts(UPDATE, "key-file.csv")).isEmpty();

        writeKey(BITKEY);
        assertThat(home.receipt(UPDATE, "key-file.csv").path("confirmed").intValue())
                .isEqualTo(1);
    }

    @Order(4)
    @Test
    void allCasesRan() {
        assertAllRan(false);
    }

    private void writeKey(String value) {
        try {
            Files.writeString(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
