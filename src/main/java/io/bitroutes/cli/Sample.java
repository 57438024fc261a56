package io.bitroutes.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A sample file and what should become of it in a fresh sandbox.
 *
 * @param file its name; what stands before the last dot is the operation
 */
record Sample(String file, long rows, long confirmed, long rejected) {
    private static final String FOLDER = "/samples/";

    /** The samples, in the order in which they are to be dropped. */
    static List<Sample> all() throws IOException {
        try (InputStream yaml = Sample.class.getResourceAsStream(FOLDER + "foreseen.yaml")) {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(yaml, new TypeReference<>() {});
        }
    }

    String operation() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Drops it as a careful program does: under a dot-name first. */
    void dropInto(Path inbox) throws IOException {
        Path hidden = inbox.resolve("." + file);
        try (InputStream content = Sample.class.getResourceAsStream(FOLDER + file)) {
            Files.copy(content, hidden, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(hidden, inbox.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
}
