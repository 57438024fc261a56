package io.bitroutes.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.text.Texts;
import java.io.UncheckedIOException;

/** Why a file is refused whole, as kept in the ledger. */
record BrokenFile(String found, String where, String expected) {
    private static final JsonMapper JSON = new JsonMapper();

    static BrokenFile of(BrokenFileException e) {
        return new BrokenFile(e.found(), e.where(), e.expected());
    }

    /** Where to look, for people. */
    String place(Texts texts) {
        return where.isEmpty() ? texts.of("error.whole-file") : where;
    }

    static BrokenFile read(String text) {
        try {
            return JSON.readValue(text, BrokenFile.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
