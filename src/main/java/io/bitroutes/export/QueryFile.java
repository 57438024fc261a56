package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import io.bitroutes.api.QueryException;
import io.bitroutes.api.QueryReader;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A query as people write it down in a file. */
final class QueryFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final Operation operation;
    private final Texts texts;

    QueryFile(Path file, Operation operation, Texts texts) {
        this.file = file;
        this.operation = operation;
        this.texts = texts;
    }

    /** @throws ExportException naming the file and the place in it, and what is allowed there */
    Query read() throws ExportException {
        JsonNode root = parsed();
        try {
            return new QueryReader(operation, texts.of("export.query.file", file), texts).read(root);
        } catch (QueryException e) {
            throw new ExportException(e.getMessage(), e);
        }
    }

    private JsonNode parsed() throws ExportException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ExportException(texts.of("export.query.json", file, line, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ExportException(texts.of("export.query.unreadable", file, e), e);
        }
    }
}
