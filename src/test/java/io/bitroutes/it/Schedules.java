package io.bitroutes.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A folder of routes with schedules of its own, as an operator writes them. */
record Schedules(Path folder) {
    private static final String FILE = "exports.camel.yaml";

    /** The routes as they are delivered, and no schedule. */
    static Schedules in(Path folder) throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("routes"))) {
            for (Path file : files) {
                if (!file.endsWith(FILE)) {
                    Files.copy(file, routes.resolve(file.getFileName()));
                }
            }
        }
        Files.createFile(routes.resolve(FILE));
        return new Schedules(routes);
    }

    /** The export of all customers to a share, every second. */
    static Map<String, String> customers(String id, String share) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("id", id);
        parameters.put("cron", "* * * * * ?");
        parameters.put("operation", "customers.list");
        parameters.put("file", id + "-${time:yyyyMMdd-HHmmss}.csv");
        parameters.put("share", share);
        return parameters;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /** One more export. */
    Schedules with(Map<String, String> parameters) throws IOException {
        StringBuilder yaml = new StringBuilder(Files.readString(file()))
                .append("- templatedRoute:\n    routeTemplateRef: export\n    parameters:\n");
        parameters.forEach((name, value) -> yaml.append("      - { name: ")
                .append(name)
                .append(", value: '")
                .append(value)
                .append("' }\n"));
        Files.writeString(file(), yaml);
        return this;
    }
}
