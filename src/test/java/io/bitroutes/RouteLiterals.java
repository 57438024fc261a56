package io.bitroutes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds what belongs in the configuration and stands in a route: hosts, paths, numbers. */
final class RouteLiterals {
    /** What is read by people only. */
    private static final Set<String> PROSE = Set.of("id", "description", "note", "message");
    /** Schemes whose rest is a name inside the process. */
    private static final Set<String> INSIDE =
            Set.of("bean", "class", "controlbus", "direct", "log", "mock", "ref", "scheduler", "seda", "timer");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]*([^{}:]+)(?::([^{}]*))?}}");
    private static final Pattern HOST =
            Pattern.compile("\\w+://(?!\\{})|\\blocalhost\\b|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b|\\bhttps?:\\w");
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("^(file:)?(/|~|[A-Za-z]:[/\\\\]).*");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])-?\\d+(\\.\\d+)?(ms|[smhdKMG]|[KMG]i?B|%)?(?![\\w.])");
    private static final Set<String> HARMLESS = Set.of("0", "1", "-1");

    /** A rule and what breaks it. */
    record Broken(String rule, String what) {}

    private final JsonNode item;
    private final Set<String> parameters;
    private final List<Broken> found = new ArrayList<>();

    RouteLiterals(JsonNode item) {
        this.item = item;
        this.parameters = StreamSupport.stream(item.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText(""))
                .collect(Collectors.toSet());
    }

    List<Broken> broken() {
        walk("", item);
        return found;
    }

    private void walk(String place, JsonNode node) {
        node.properties().forEach(entry -> {
            if (!PROSE.contains(entry.getKey())) {
                walk(place + "/" + entry.getKey(), entry.getValue());
            }
        });
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                walk(place + "/" + index, node.get(index));
            }
        }
        if (node.isNumber() || node.isTextual()) {
            check(place, node.asText());
        }
    }

    private void check(String place, String value) {
        placeholders(place, value);
        String literal = PLACEHOLDER.matcher(value).replaceAll("{}");
        if (place.endsWith("/uri")) {
            uri(place, value, literal);
        }
        if (HOST.matcher(literal).find()) {
            add("host", place, value, "a host belongs in the configuration");
        }
        if (ABSOLUTE_PATH.matcher(literal).matches()) {
            add("path", place, value, "a path belongs in the configuration");
        }
        boolean number = NUMBER.matcher(literal)
                .results()
                .map(MatchResult::group)
                .anyMatch(digits -> !HARMLESS.contains(digits));
        if (number) {
            add("number", place, value, "a number belongs in the configuration; only 0, 1 and -1 may stand here");
        }
    }

    private void uri(String place, String value, String literal) {
        if (literal.contains("?")) {
            add("parameters", place, value, "options belong under parameters");
        }
        int colon = literal.indexOf(':');
        String scheme = colon < 0 ? literal : literal.substring(0, colon);
        String rest = colon < 0
                ? ""
                : literal.substring(colon + 1).replaceFirst("^//", "").replaceFirst("\\?.*", "");
        if (!INSIDE.contains(scheme) && !rest.isEmpty() && !rest.startsWith("{}") && !rest.startsWith("${")) {
            add("path", place, value, "what follows '" + scheme + ":' must begin with a placeholder or an expression");
        }
    }

    private void placeholders(String place, String value) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!name.startsWith("bitanswer.") && !parameters.contains(name)) {
                add(
                        "placeholder",
                        place,
                        value,
                        "'" + name + "' is neither bitanswer.* nor a parameter of the template");
            }
            if (matcher.group(2) != null) {
                add("placeholder", place, value, "the default of '" + name + "' belongs in the configuration");
            }
        }
    }

    private void add(String rule, String place, String value, String why) {
        found.add(new Broken(rule, place.substring(1) + " is '" + value + "': " + why));
    }
}
