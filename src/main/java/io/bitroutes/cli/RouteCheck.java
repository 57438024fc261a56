package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Whether the route files are YAML, and whether those that need nothing else of the program can be loaded. */
final class RouteCheck {
    private static final String FOLDER = "file:";

    private final Settings settings;
    private final Texts texts;

    RouteCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    List<Finding> findings() {
        String subject = texts.of("check.routes");
        try {
            String pattern = RouteFiles.pattern(settings.home().routes(), texts);
            List<Finding> broken = pattern.startsWith(FOLDER)
                    ? inFolder(Path.of(pattern.substring(FOLDER.length())).getParent(), subject)
                    : List.of();
            return broken.isEmpty()
                    ? List.of(new Finding(true, subject, texts.of("check.routes.well", pattern)))
                    : broken;
        } catch (IOException e) {
            return List.of(new Finding(false, subject, StartFailure.rootOf(e)));
        }
    }

    private List<Finding> inFolder(Path folder, String subject) throws IOException {
        List<Finding> broken = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.camel.yaml")) {
            for (Path file : files) {
                try {
                    new Load(LoadSettings.builder().setLabel(file.toString()).build())
                            .loadFromString(Files.readString(file));
                } catch (MarkedYamlEngineException e) {
                    int line =
                            e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
                    broken.add(new Finding(false, subject, texts.of("check.routes.yaml", file, line, e.getProblem())));
                }
            }
        }
        return broken;
    }
}
