package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.NamedTests;
import io.bitroutes.it.FailureCase.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table itself: whole, and nothing in it is made up. */
class FailureTableTest {
    private static final List<FailureCase> CASES = FailureCase.all();

    @ParameterizedTest
    @EnumSource
    void everyRowHasCases(Row row) {
        assertThat(CASES).filteredOn(failure -> failure.row() == row).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        assertThat(CASES).extracting(FailureCase::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        assertThat(CASES)
                .filteredOn(failure -> !failure.isDriven())
                .hasSizeGreaterThan(10)
                .allSatisfy(failure -> {
                    NamedTests.assertThere(failure.test());
                    assertThat(failure.given()).isNull();
                });
    }

    @Test
    void whatIsDrivenAddsUp() {
        assertThat(CASES)
                .filteredOn(FailureCase::isDriven)
                .hasSizeGreaterThan(20)
                .allSatisfy(failure -> assertThat(failure.then().confirmed()
                                + failure.then().back().size())
                        .as(failure.id())
                        .isEqualTo(failure.given().records()));
    }
}
