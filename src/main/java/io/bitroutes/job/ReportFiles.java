package io.bitroutes.job;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.record.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes reports in two forms, {@code .json} for programs and {@code .txt} for people; both appear whole. */
final class ReportFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFiles() {}

    /**
     * @param what the word in their names: {@code receipt}
     * @param visible run before each appears; throws if it is not to
     */
    static void write(Path folder, OutputName name, String what, Object report, String text, Runnable visible)
            throws IOException {
        write(folder.resolve(name.report(what + ".json")), JSON.writeValueAsString(report) + "\n", visible);
        write(folder.resolve(name.report(what + ".txt")), text, visible);
    }

    private static void write(Path target, String content, Runnable visible) throws IOException {
        try (DurableFile file = DurableFile.create(target)) {
            file.stream().write(content.getBytes(StandardCharsets.UTF_8));
            visible.run();
            file.publish();
        }
    }
}
