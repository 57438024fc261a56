package io.bitroutes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestIdTest {
    private static final byte[] BODY = "[{\"name\":\"甲\"}]".getBytes(StandardCharsets.UTF_8);

    /** Pinned: a restart with a later version must find the id under which the request went out. */
    @Test
    void aKnownRequestKeepsItsId() {
        assertThat(id()).isEqualTo("5d04dc7db998be8c1e981b49dd1e9c0c");
    }

    @Test
    void everyPartOfARequestCounts() {
        Stream<String> ids = Stream.of(
                id(),
                RequestId.of("other-job", 1, 0, 9, "POST", "/customers", BODY, 0),
                RequestId.of(Batches.JOB, 2, 0, 9, "POST", "/customers", BODY, 0),
                RequestId.of(Batches.JOB, 1, 1, 9, "POST", "/customers", BODY, 0),
                RequestId.of(Batches.JOB, 1, 0, 8, "POST", "/customers", BODY, 0),
                RequestId.of(Batches.JOB, 1, 0, 9, "PATCH", "/customers", BODY, 0),
                RequestId.of(Batches.JOB, 1, 0, 9, "POST", "/products", BODY, 0),
                RequestId.of(Batches.JOB, 1, 0, 9, "POST", "/customers", new byte[0], 0),
                RequestId.of(Batches.JOB, 1, 0, 9, "POST", "/customers", BODY, 1));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    private static String id() {
        return RequestId.of(Batches.JOB, 1, 0, 9, "POST", "/customers", BODY, 0);
    }
}
