package io.bitroutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The conventions of route files. A message names file, route and rule. */
final class RouteConventions {
    static final String SUFFIX = ".camel.yaml";

    private static final String SCHEMA = "/schema/camelYamlDsl.json";
    private static final Set<String> MAIN = Set.of("route", "routeTemplate");
    private static final Set<String> WITH_ID = Set.of("route", "routeTemplate", "routeConfiguration");
    /** What an operator writes is configuration itself. */
    private static final String OF_THE_OPERATOR = "templatedRoute";

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Read once: it takes longer than all files together. */
    private static final JsonSchema COMPILED = schema();

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private RouteConventions() {}

    /** What a file with that name and content breaks; empty when it keeps all conventions. */
    static List<String> broken(String file, String yaml) throws IOException {
        JsonNode items = YAML.readTree(yaml);
        List<String> messages = new ArrayList<>();
        COMPILED.validate(items)
                .forEach(error -> messages.add(
                        message(file, routeAt(items, error.getInstanceLocation()), "schema", error.getMessage())));
        items.forEach(item -> item.properties().forEach(entry -> {
            names(file, entry, messages);
            if (entry.getKey().equals(OF_THE_OPERATOR)) {
                return;
            }
            new RouteLiterals(entry.getValue())
                    .broken()
                    .forEach(broken -> messages.add(message(file, nameOf(entry), broken.rule(), broken.what())));
        }));
        stem(file, items, messages);
        return messages;
    }

    private static JsonSchema schema() {
        try (InputStream json = RouteConventions.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void names(String file, Map.Entry<String, JsonNode> item, List<String> messages) {
        String name = nameOf(item);
        if (item.getKey().equals("from")) {
            messages.add(message(file, name, "id", "a route needs an id: write route, with from inside"));
        }
        if (!WITH_ID.contains(item.getKey())) {
            return;
        }
        String id = item.getValue().path("id").asText("");
        if (!KEBAB_CASE.matcher(id).matches()) {
            messages.add(message(file, name, "id", "id is '" + id + "', expected kebab-case"));
        }
        String description = item.getValue().path("description").asText("").strip();
        if (MAIN.contains(item.getKey()) && (description.isEmpty() || description.contains("\n"))) {
            messages.add(message(file, name, "description", "expected one line that says what it does"));
        }
    }

    private static void stem(String file, JsonNode items, List<String> messages) {
        if (!file.endsWith(SUFFIX)) {
            messages.add(message(file, "(file)", "stem", "the name must end with " + SUFFIX));
            return;
        }
        String stem = file.substring(0, file.length() - SUFFIX.length());
        for (JsonNode item : items) {
            for (Map.Entry<String, JsonNode> entry : item.properties()) {
                if (MAIN.contains(entry.getKey())) {
                    String id = entry.getValue().path("id").asText("");
                    if (!id.equals(stem)) {
                        messages.add(message(file, id, "stem", "the first route must be called '" + stem + "'"));
                    }
                    return;
                }
            }
        }
    }

    private static String routeAt(JsonNode items, JsonNodePath location) {
        if (location.getNameCount() == 0 || !(location.getElement(0) instanceof Integer index)) {
            return "(file)";
        }
        return items.path(index).properties().stream()
                .findFirst()
                .map(RouteConventions::nameOf)
                .orElse("(file)");
    }

    /** The id, or what kind of item it is. */
    private static String nameOf(Map.Entry<String, JsonNode> item) {
        return item.getValue().path("id").asText("(" + item.getKey() + ")");
    }

    private static String message(String file, String route, String rule, String what) {
        return file + ": " + route + ": " + rule + ": " + what;
    }
}
