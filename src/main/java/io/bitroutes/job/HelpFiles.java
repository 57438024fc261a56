package io.bitroutes.job;

import io.bitroutes.api.Operation;
import io.bitroutes.record.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the catalogue says to the people who drop files: an empty file for each operation, and a note on what each folder
 * does. They lie where nothing is taken as input.
 */
public final class HelpFiles {
    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private final Home home;
    private final String language;

    /** @param language {@code en} or {@code zh} */
    public HelpFiles(Home home, String language) {
        this.home = home;
        this.language = language;
    }

    /** Writes those that are not there as they should be. */
    public void write(List<Operation> operations) throws IOException {
        for (Operation operation : operations) {
            write(home.templates().resolve(operation.id() + ".csv"), template(operation));
        }
        write(home.inbox().resolve("README.txt"), new HelpText(ENGLISH).of(operations));
        if (language.equals(CHINESE)) {
            write(home.inbox().resolve("使用说明.txt"), new HelpText(CHINESE).of(operations));
        }
    }

    private String template(Operation operation) {
        return String.join(",", Titles.in(language).of(operation.fields())) + LINE_END;
    }

    /** Excel and the editors of Windows know UTF-8 by the mark only. Several instances may start at once. */
    private static void write(Path target, String text) throws IOException {
        byte[] content = (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
        if (Files.notExists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
            try (DurableFile file = DurableFile.createApart(target)) {
                file.stream().write(content);
                file.publish();
            }
        }
    }
}
