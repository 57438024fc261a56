package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.sandbox.ReceivedRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write operation through its inbox folder, in both formats. */
class AllWritesIT extends ProgramTestBase {
    private static final int NAMES = WriteCase.NAMES.size();

    @Override
    Launch configured(Launch plain) {
        return plain.with("INBOX_OPERATIONS", "all").with("INBOX_SETTLE", "50ms");
    }

    @Test
    void thereAreSixteen() {
        assertThat(writes()).hasSize(16);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("writesInBothFormats")
    void recordsLandWhateverTheirNames(String id, String extension) {
        WriteCase written = new WriteCase(Operations.load().get(id));
        written.seed(sandbox);
        String name = "names." + extension;

        home.drop(id, name, RecordTexts.of(extension, written.operation(), written.records()));
        JsonNode receipt = home.receipt(id, name);

        assertThat(receipt.path("confirmed").intValue()).as("%s", receipt).isEqualTo(NAMES);
        assertThat(written.held().all(sandbox)).isEqualTo(written.after());
        List<ReceivedRequest> requests = requests(id);
        assertThat(requests).extracting(ReceivedRequest::path).containsExactlyElementsOf(paths(written.operation()));
        assertThat(requests).allSatisfy(request -> assertThat(RequestSchemas.problems(request))
                .isEmpty());
        assertThat(sandbox.requests()).hasSameSizeAs(requests);
    }

    static Stream<Arguments> writesInBothFormats() {
        return writes().flatMap(write -> Stream.of(Arguments.of(write.id(), "csv"), Arguments.of(write.id(), "json")));
    }

    private static Stream<Operation> writes() {
        return Operations.load().all().stream().filter(Operation::writes);
    }

    /** Where the requests go: one, or one for each name. */
    private static List<String> paths(Operation operation) {
        return operation.batched()
                ? List.of(path(operation, ""))
                : WriteCase.NAMES.stream().map(name -> path(operation, name)).toList();
    }

    private static String path(Operation operation, String name) {
        return operation
                .path()
                .replace("{sn}", encoded(Held.LICENCE))
                .replace("{" + operation.keyField() + "}", encoded(name));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
