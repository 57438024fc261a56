package io.bitroutes.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitroutes.text.ParserWords;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a question, by name and type. Immutable. */
final class AskParameters {
    /** The longest body that is looked at. */
    static final int MOST_CHARACTERS = 1 << 20;

    private static final int LONGEST_SHOWN = 80;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode given;
    private final Texts texts;

    private AskParameters(ObjectNode given, Texts texts) {
        this.given = given;
        this.texts = texts;
    }

    /** Those of a body; one without anything in it has none. */
    static AskParameters of(String body, Texts texts) throws AskException {
        if (body.length() > MOST_CHARACTERS) {
            throw invalid(texts.of("ask.body.too-long", MOST_CHARACTERS));
        }
        if (body.isBlank()) {
            return new AskParameters(JsonNodeFactory.instance.objectNode(), texts);
        }
        if (parsed(body, texts) instanceof ObjectNode object) {
            return new AskParameters(object, texts);
        }
        throw invalid(texts.of("ask.body.object", shortened(body.strip())));
    }

    private static JsonNode parsed(String body, Texts texts) throws AskException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw invalid(texts.of("ask.body.json", line, column, shortened(ParserWords.of(e.getOriginalMessage()))));
        }
    }

    /** @throws AskException if there is one that is not among them */
    void check(String operation, List<String> known) throws AskException {
        for (Map.Entry<String, JsonNode> parameter : given.properties()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                String meant = Suggestion.near(name, known)
                        .map(near -> texts.of("did-you-mean", near))
                        .orElse("");
                String list = known.isEmpty() ? texts.of("ask.no-parameters") : String.join(", ", known);
                throw invalid(texts.of("ask.parameter.unknown", shortened(name), meant, operation, list));
            }
        }
    }

    boolean has(String name) {
        return given.has(name);
    }

    /** A text that must be there. */
    String text(String operation, String name) throws AskException {
        if (!has(name)) {
            throw invalid(texts.of("ask.parameter.missing", operation, name));
        }
        return filled(given.get(name)).orElseThrow(() -> wrong(texts.of("ask.parameter.text", name, shown(name))));
    }

    /** A text, or several; none when it is not there. */
    List<String> texts(String name) throws AskException {
        List<String> values = new ArrayList<>();
        JsonNode node = given.path(name);
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (!value.isMissingNode()) {
                values.add(filled(value).orElseThrow(() -> wrong(texts.of("ask.parameter.texts", name, shown(name)))));
            }
        }
        if (node.isArray() && values.isEmpty()) {
            throw wrong(texts.of("ask.parameter.texts", name, shown(name)));
        }
        return values;
    }

    long whole(String name, long least, long most, long fallback) throws AskException {
        JsonNode node = given.path(name);
        if (node.isMissingNode()) {
            return fallback;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < least || node.asLong() > most) {
            throw wrong(texts.of("ask.parameter.whole", name, shown(name), least, most));
        }
        return node.asLong();
    }

    boolean isTrue(String name) throws AskException {
        JsonNode node = given.path(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw wrong(texts.of("ask.parameter.boolean", name, shown(name)));
        }
        return node.asBoolean(false);
    }

    /** Only these of them, as they were given. */
    JsonNode only(List<String> names) {
        return given.deepCopy().retain(names);
    }

    private static Optional<String> filled(JsonNode node) {
        return Optional.ofNullable(node.textValue()).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String shown(String name) {
        return shortened(given.path(name).toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static AskException wrong(String message) {
        return invalid(message);
    }

    private static AskException invalid(String message) {
        return new AskException(AskCode.INVALID, message);
    }
}
