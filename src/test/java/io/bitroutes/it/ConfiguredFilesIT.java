package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What files may do when the configuration allows it: empty a field, and reset the columns they leave out. */
class ConfiguredFilesIT extends ProgramTestBase {
    @Override
    Launch configured(Launch plain) {
        return plain.with("CSV_CLEAR_TOKEN", "<clear>").with("CSV_MISSING_COLUMNS", "reset");
    }

    @BeforeEach
    void seed() {
        sandbox.state().seedCustomer(Map.of("name", "a", "city", "北京", "email", "a@example.com"));
    }

    @Test
    void theClearTokenEmptiesAFieldAndAnEmptyCellDoesNot() {
        JsonNode receipt = worked(UPDATE, "clear.csv", "name,city,email\na,<clear>,\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(1);
        assertThat(requests(UPDATE)).extracting(request -> request.body()).containsExactly(Optional.of("""
                [{"name":"a","city":""}]"""));
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(Map.of("a", Map.of("name", "a", "email", "a@example.com")));
    }

    @Test
    void whatTheServerCannotEmptyIsNotCleared() {
        JsonNode receipt = worked("datas.upsert", "clear.csv", "sn,name,value\nS,a,<clear>\n");

        assertThat(home.deadLetter(receipt)).contains("2,INVALID,,'value' cannot be emptied ('<clear>'),,S,a,<clear>");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void columnsThatAReplacementLeavesOutAreReset() {
        JsonNode receipt = worked(REPLACE, "reset.csv", "name,city\na,上海\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(1);
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(Map.of("a", Map.of("name", "a", "city", "上海")));
    }

    private JsonNode worked(String operation, String name, String content) {
        home.drop(operation, name, content);
        return home.receipt(operation, name);
    }
}
