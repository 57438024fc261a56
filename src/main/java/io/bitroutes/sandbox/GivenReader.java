package io.bitroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the records of one write, and refuses what the pages do not allow. */
final class GivenReader {
    private final Call call;
    private final Operation operation;
    private final String noun;
    private final Map<String, Field> members = new LinkedHashMap<>();

    GivenReader(Call call, String noun) {
        this.call = call;
        this.operation = call.operation();
        this.noun = noun;
        for (Field field : operation.fields()) {
            boolean onlyInPath = operation.pathFields().contains(field.name())
                    && !field.name().equals(operation.keyField());
            if (!field.readOnly() && !onlyInPath) {
                members.putIfAbsent(field.sends(), field);
            }
        }
    }

    /** The records as they are in the body, not yet checked. */
    List<JsonNode> nodes() {
        if (operation.body() == Operation.Body.NONE) {
            return List.of(MissingNode.getInstance());
        }
        JsonNode body = call.body().orRefuse();
        if (!operation.batched()) {
            return List.of(body);
        }
        if (!body.isArray()) {
            throw new Refusal(SandboxStatus.BODY_SHAPE, "the body must be an array, not " + body.getNodeType());
        }
        if (body.size() > operation.limit()) {
            throw new Refusal(
                    SandboxStatus.TOO_MANY_ITEMS,
                    "the body has " + body.size() + " items, at most " + operation.limit() + " are allowed");
        }
        List<JsonNode> nodes = new ArrayList<>(body.size());
        body.forEach(nodes::add);
        return nodes;
    }

    Given read(JsonNode node) {
        if (node.isMissingNode()) {
            return new Given(call.variables().get(operation.keyField()), Map.of());
        }
        return operation.body() == Operation.Body.NAMES ? named(node) : record(node);
    }

    private Given named(JsonNode node) {
        if (!node.isTextual()) {
            throw new Refusal(SandboxStatus.BODY_SHAPE, "the name of a " + noun + " must be a string, not " + node);
        }
        return new Given(required(node.textValue().strip()), Map.of());
    }

    private Given record(JsonNode node) {
        if (!node.isObject()) {
            throw new Refusal(SandboxStatus.BODY_SHAPE, "a " + noun + " must be an object, not " + node.getNodeType());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(member -> values.put(member.getKey(), value(node, member)));
        values.computeIfPresent(
                operation.keyField(), (key, name) -> required(name.toString().strip()));
        return new Given(name(values), values);
    }

    private String name(Map<String, Object> values) {
        Object inBody = values.get(operation.keyField());
        String inPath = call.variables().get(operation.keyField());
        if (inPath == null) {
            return required(inBody == null ? "" : inBody.toString());
        }
        if (inBody != null && !inPath.equals(inBody) && !renames()) {
            throw new Refusal(
                    SandboxStatus.NAME_DIFFERS, noun + " '" + inPath + "': the body names it '" + inBody + "'");
        }
        return inPath;
    }

    private boolean renames() {
        return operation.fields().stream().anyMatch(field -> !field.name().equals(field.sends()));
    }

    private String required(String name) {
        if (name.isEmpty()) {
            throw new Refusal(SandboxStatus.NAME_MISSING, "a " + noun + " without its '" + operation.keyField() + "'");
        }
        return name;
    }

    private Object value(JsonNode node, Map.Entry<String, JsonNode> member) {
        Field field = members.get(member.getKey());
        JsonNode value = member.getValue();
        if (field == null) {
            throw badField(node, "has no field '" + member.getKey() + "'");
        }
        if (field.type() == Field.Type.STRING && value.isTextual()) {
            return value.textValue();
        }
        if (field.type() == Field.Type.INTEGER && value.isInt() && allows(field, value.intValue())) {
            return value.intValue();
        }
        throw badField(node, "field '" + member.getKey() + "' cannot be " + value);
    }

    private static boolean allows(Field field, int value) {
        return field.values().isEmpty() || field.values().contains(value);
    }

    private Refusal badField(JsonNode node, String what) {
        String inPath = call.variables().get(operation.keyField());
        String name = node.path(operation.keyField()).asText(inPath == null ? "" : inPath);
        return new Refusal(SandboxStatus.BAD_FIELD, noun + " '" + name + "': " + what);
    }
}
