package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the operation that a method and a path mean; a literal segment beats a name. Immutable. */
final class Router {
    private final List<Template> templates;

    Router(Operations operations) {
        this.templates = operations.all().stream()
                .sorted(Comparator.comparingInt(
                        operation -> operation.pathFields().size()))
                .map(operation -> new Template(operation, RawPath.segments(operation.path())))
                .toList();
    }

    private record Template(Operation operation, List<String> segments) {}

    /** What a path means, with the names it holds. */
    record Route(Operation operation, Map<String, String> variables) {}

    /** @param preferred where two operations have the same path, the one to take; else the first */
    Optional<Route> find(String method, String rawPath, Predicate<Operation> preferred) {
        List<String> segments = RawPath.segments(rawPath);
        List<Route> routes = templates.stream()
                .filter(template -> template.operation().method().equals(method))
                .flatMap(template -> match(template, segments).stream())
                .toList();
        return routes.stream()
                .filter(route -> preferred.test(route.operation()))
                .findFirst()
                .or(() -> routes.stream().findFirst());
    }

    private static Optional<Route> match(Template template, List<String> segments) {
        if (template.segments().size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int index = 0; index < segments.size(); index++) {
            String expected = template.segments().get(index);
            String found = segments.get(index);
            if (expected.startsWith("{") && !found.isBlank()) {
                variables.put(expected.substring(1, expected.length() - 1), found.strip());
            } else if (!expected.equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Route(template.operation(), variables));
    }
}
