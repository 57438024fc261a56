package io.bitroutes.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import java.io.IOException;
import java.util.List;

/**
 * The line before the bytes of a prepared batch.
 *
 * @param batch its number in the file, from 1
 * @param method the HTTP method
 * @param path where it goes; for records that go one by one, the path of the first
 * @param scope what the names of an array's records belong to: a licence code; else empty
 * @param rows the row numbers of its records
 * @param request the id of the whole, when it goes out for the first time
 * @param length how many bytes follow
 * @param digest of these bytes
 * @param parts the records that go out one by one; empty for an array
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatchHeader(
        int batch,
        String method,
        String path,
        String scope,
        String rows,
        String request,
        int length,
        String digest,
        List<Part> parts) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One record that goes out alone: its path, its scope, its names, and where its bytes end. */
    record Part(String path, String scope, List<String> keys, int end) {}

    BatchHeader {
        scope = scope == null ? "" : scope;
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    static BatchHeader parse(byte[] line) throws IOException {
        return JSON.readValue(line, BatchHeader.class);
    }

    /** The batch that this and its bytes are. */
    Batch batchOf(String job, Operation operation, byte[] body) throws IOException {
        Payload payload = parts.isEmpty()
                ? ArrayPayload.of(path, scope, body, operation.keyField())
                : new SinglesPayload(parts, body);
        return new Batch(job, batch, operation, RowNumbers.parse(rows), payload);
    }

    byte[] line() throws IOException {
        return JSON.writeValueAsBytes(this);
    }
}
