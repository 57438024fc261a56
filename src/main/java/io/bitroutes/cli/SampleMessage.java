package io.bitroutes.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sample message and what should become of it in a sandbox that knows nothing of it.
 *
 * @param file its name, which begins with the operation
 */
record SampleMessage(String file, long confirmed, long rejected) {
    private static final String FOLDER = "/samples/bus/";

    /** The samples, in the order in which they are to be sent. */
    static List<SampleMessage> all() throws IOException {
        try (InputStream yaml = SampleMessage.class.getResourceAsStream(FOLDER + "foreseen.yaml")) {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(yaml, new TypeReference<>() {});
        }
    }

    String operation() {
        return file.substring(0, file.indexOf('.', file.indexOf('.') + 1));
    }

    String text() throws IOException {
        try (InputStream content = SampleMessage.class.getResourceAsStream(FOLDER + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
