package io.bitroutes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a route file names, each with its line, as it is written: nothing of it is made. */
final class RouteText {
    private static final Set<String> WITH_ID = Set.of("route", "routeTemplate", "routeConfiguration");
    private static final String DIRECT = "direct:";
    private static final String REFERENCE = "#";

    private final List<Named> ids = new ArrayList<>();
    private final List<Named> configurations = new ArrayList<>();
    private final List<Named> beans = new ArrayList<>();
    private final List<Named> entries = new ArrayList<>();
    private final List<Named> calls = new ArrayList<>();
    private final List<Used> endpoints = new ArrayList<>();

    /** A name in a line, counted from 1. */
    record Named(String name, int line) {}

    /** An endpoint of a component, with the options it is given in a line each. */
    record Used(Named scheme, List<Named> options) {}

    RouteText(Node root) {
        read("", root);
    }

    /** Of routes, templates and configurations. */
    List<Named> ids() {
        return ids;
    }

    /** Those that routes want to be configured by. */
    List<Named> configurations() {
        return configurations;
    }

    /** What routes expect to be given by the program. */
    List<Named> beans() {
        return beans;
    }

    /** Routes that others can hand something to, without {@code direct:}. */
    List<Named> entries() {
        return entries;
    }

    /** Those to which something is handed, without {@code direct:}. */
    List<Named> calls() {
        return calls;
    }

    List<Used> endpoints() {
        return endpoints;
    }

    private void read(String key, Node node) {
        if (node instanceof SequenceNode items) {
            items.getValue().forEach(item -> read(key, item));
        } else if (node instanceof MappingNode mapping) {
            eachOf(mapping, (name, value) -> {
                note(key, name, value);
                read(name.name(), value);
            });
            scalar(mapping, "uri").ifPresent(uri -> endpoint(key, uri, mapping));
        }
    }

    private void note(String parent, Named key, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            return;
        }
        Named named = new Named(scalar.getValue(), key.line());
        if (scalar.getValue().startsWith(REFERENCE)) {
            beans.add(new Named(scalar.getValue().substring(REFERENCE.length()), key.line()));
        } else if (key.name().equals("ref") && Set.of("bean", "method").contains(parent)) {
            beans.add(named);
        } else if (key.name().equals("id") && WITH_ID.contains(parent)) {
            ids.add(named);
        } else if (key.name().equals("routeConfigurationId")) {
            configurations.add(named);
        }
    }

    private void endpoint(String step, Named uri, MappingNode mapping) {
        if (uri.name().startsWith(DIRECT)) {
            (step.equals("from") ? entries : calls).add(new Named(uri.name().substring(DIRECT.length()), uri.line()));
        } else if (!uri.name().startsWith("{{")) {
            endpoints.add(new Used(new Named(uri.name().replaceFirst(":.*", ""), uri.line()), options(mapping)));
        }
    }

    private static List<Named> options(MappingNode mapping) {
        List<Named> options = new ArrayList<>();
        eachOf(mapping, (key, value) -> {
            if (key.name().equals("parameters") && value instanceof MappingNode parameters) {
                eachOf(parameters, (name, any) -> options.add(name));
            }
        });
        return options;
    }

    private static Optional<Named> scalar(MappingNode mapping, String wanted) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (named(tuple.getKeyNode()).name().equals(wanted) && tuple.getValueNode() instanceof ScalarNode value) {
                return Optional.of(named(value));
            }
        }
        return Optional.empty();
    }

    private static void eachOf(MappingNode mapping, BiConsumer<Named, Node> use) {
        mapping.getValue().forEach(tuple -> use.accept(named(tuple.getKeyNode()), tuple.getValueNode()));
    }

    private static Named named(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new Named(node instanceof ScalarNode scalar ? scalar.getValue() : "", line);
    }
}
