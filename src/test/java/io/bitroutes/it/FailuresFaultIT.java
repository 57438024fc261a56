package io.bitroutes.it;

import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the table of failures that take their time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresFaultIT extends FailuresTestBase {

    static Stream<FailureCase> cases() {
        return driven(true).stream();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("cases")
    void oneAfterAnother(FailureCase failure) {
        begin(failure);
        if (failure.isOutage()) {
            endOutage(failure);
        }
        assertKept(failure);
    }

    @Order(2)
    @Test
    void allCasesRan() {
        assertAllRan(true);
    }
}
