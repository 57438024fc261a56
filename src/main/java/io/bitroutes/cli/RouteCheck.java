package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.export.SchedulesFile;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PackageScanResourceResolver;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Whether the route files are YAML, are routes, name only what there is, and are all there. Starts none of them: the
 * context they are read into is thrown away.
 */
final class RouteCheck {
    private static final String DELIVERED = "classpath:routes/*.camel.yaml";

    private final Settings settings;
    private final Texts texts;

    /** A route file that is YAML. */
    private record Read(Resource file, RouteText text) {}

    RouteCheck(Settings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    List<Finding> findings() {
        CamelContext camel = new DefaultCamelContext();
        try {
            String pattern = RouteFiles.pattern(settings.home().routes(), texts);
            List<Finding> wrong = problems(camel, pattern).stream()
                    .map(problem -> new Finding(false, texts.of("check.routes"), problem))
                    .toList();
            return wrong.isEmpty()
                    ? List.of(new Finding(true, texts.of("check.routes"), texts.of("check.routes.well", pattern)))
                    : wrong;
        } catch (IOException e) {
            return List.of(new Finding(false, texts.of("check.routes"), StartFailure.rootOf(e)));
        } finally {
            camel.stop();
        }
    }

    private List<String> problems(CamelContext camel, String pattern) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Read> files = read(camel, pattern, problems);
        if (!problems.isEmpty()) {
            return problems;
        }
        RouteNames names = new RouteNames(
                camel,
                texts,
                textsOf(read(camel, DELIVERED, problems)),
                textsOf(files),
                settings.bus().beans());
        files.forEach(file -> problems.addAll(names.unknown(place(file.file()), file.text())));
        problems.addAll(names.missing());
        if (problems.isEmpty()) {
            files.forEach(file -> load(camel, file.file(), problems));
        }
        return problems;
    }

    private static List<RouteText> textsOf(List<Read> files) {
        return files.stream().map(Read::text).toList();
    }

    private List<Read> read(CamelContext camel, String pattern, List<String> problems) throws IOException {
        List<Read> read = new ArrayList<>();
        for (Resource file : inOrder(camel, pattern)) {
            try (InputStream yaml = file.getInputStream()) {
                LoadSettings rules =
                        LoadSettings.builder().setLabel(place(file)).build();
                new Compose(rules)
                        .composeString(new String(yaml.readAllBytes(), StandardCharsets.UTF_8))
                        .ifPresent(root -> read.add(new Read(file, new RouteText(root))));
            } catch (MarkedYamlEngineException e) {
                int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
                problems.add(texts.of("check.routes.yaml", place(file), line, e.getProblem()));
            }
        }
        return read;
    }

    private static List<Resource> inOrder(CamelContext camel, String pattern) throws IOException {
        PackageScanResourceResolver resolver = PluginHelper.getPackageScanResourceResolver(camel);
        try (Stream<Resource> found = resolver.findResources(pattern).stream()) {
            // the schedules have a check of their own
            return found.filter(file -> !file.getLocation().endsWith(SchedulesFile.NAME))
                    .sorted(Comparator.comparing(Resource::getLocation))
                    .toList();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void load(CamelContext camel, Resource file, List<String> problems) {
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(file);
        } catch (Exception e) {
            problems.add(texts.of("check.routes.wrong", place(file), StartFailure.rootOf(e)));
        }
    }

    private static String place(Resource file) {
        return file.getLocation().replaceFirst("^[a-z]+:", "");
    }
}
