package io.bitroutes.cli;

import io.bitroutes.cli.RouteText.Named;
import io.bitroutes.cli.RouteText.Used;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** The names in route files: those that stand for nothing, and those that the program needs and that are not there. */
final class RouteNames {
    /** Camel gives options of these beginnings on to what the component uses. */
    private static final String FREE_OPTION = ".";

    private static final String BEANS = "camel.beans.";

    private final CamelContext camel;
    private final Texts texts;
    private final Set<String> beans;
    private final Set<String> needed;
    private final Set<String> ids;
    private final Set<String> entries;

    /**
     * Names of these files.
     *
     * @param delivered the files that come with the program: what they refer to is what it gives to routes
     * @param own beans that the operator made, as configured
     */
    RouteNames(
            CamelContext camel,
            Texts texts,
            List<RouteText> delivered,
            List<RouteText> files,
            Map<String, String> own) {
        this.camel = camel;
        this.texts = texts;
        this.beans = names(delivered, RouteText::beans);
        own.keySet().forEach(key -> beans.add(key.substring(BEANS.length())));
        this.needed = names(delivered, RouteText::ids);
        this.ids = names(files, RouteText::ids);
        this.entries = names(files, RouteText::entries);
    }

    private static Set<String> names(List<RouteText> files, Function<RouteText, List<Named>> kind) {
        return files.stream()
                .flatMap(file -> kind.apply(file).stream())
                .map(Named::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Routes of the program that are in none of the files. */
    List<String> missing() {
        return needed.stream()
                .filter(id -> !ids.contains(id))
                .sorted()
                .map(id -> texts.of("start.route-missing", id))
                .toList();
    }

    /** What is named in that file and is not there, each with its line. */
    List<String> unknown(String file, RouteText text) {
        List<String> problems = new ArrayList<>();
        compare(file, "check.routes.bean", text.beans(), beans, problems);
        compare(file, "check.routes.direct", text.calls(), entries, problems);
        compare(file, "check.routes.configuration", text.configurations(), ids, problems);
        text.endpoints().forEach(endpoint -> check(file, endpoint, problems));
        return problems;
    }

    private void check(String file, Used endpoint, List<String> problems) {
        String scheme = endpoint.scheme().name();
        if (camel.getComponent(scheme, true, false) == null) {
            problems.add(
                    texts.of("check.routes.component", file, endpoint.scheme().line(), scheme));
            return;
        }
        EndpointUriFactory options = camel.getCamelContextExtension().getEndpointUriFactory(scheme);
        if (options == null) {
            return;
        }
        List<Named> plain = endpoint.options().stream()
                .filter(option -> !option.name().contains(FREE_OPTION))
                .toList();
        compare(file, "check.routes.option", plain, options.propertyNames(), problems);
    }

    private void compare(
            String file, String problem, List<Named> used, Collection<String> known, List<String> problems) {
        for (Named name : used) {
            if (!known.contains(name.name())) {
                String near = Suggestion.near(name.name(), known)
                        .map(found -> texts.of("did-you-mean", found))
                        .orElse("");
                problems.add(texts.of(problem, file, name.line(), name.name(), near));
            }
        }
    }
}
