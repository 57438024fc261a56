package io.bitroutes.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.record.FileFormat;
import java.io.UncheckedIOException;

/** A file's form in the words of the ledger. */
final class Formats {
    private static final JsonMapper JSON = new JsonMapper();

    private Formats() {}

    static String write(FileFormat format) {
        try {
            return JSON.writeValueAsString(format);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileFormat read(String text) {
        try {
            return JSON.readValue(text, FileFormat.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
