package io.bitroutes.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewFieldsTest {
    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper FEW =
            JsonMapper.builder().nodeFactory(new FewFields.Factory()).build();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 39, 40, 41, 1000})
    void aMapLikeAnyOther(int count) {
        Map<String, JsonNode> few = new FewFields();
        Map<String, JsonNode> like = new LinkedHashMap<>();
        for (int number = 0; number < count; number++) {
            assertThat(few.put("n" + number, IntNode.valueOf(number))).isNull();
            like.put("n" + number, IntNode.valueOf(number));
        }
        for (int number = 0; number < count; number += 2) {
            assertThat(few.put("n" + number, IntNode.valueOf(-1))).isEqualTo(IntNode.valueOf(number));
            like.put("n" + number, IntNode.valueOf(-1));
        }

        assertThat(few).isEqualTo(like).hasSize(count);
        assertThat(few.keySet()).containsExactlyElementsOf(like.keySet());
        like.forEach((name, value) -> assertThat(few.get(name)).isEqualTo(value));
        assertThat(few.get("other")).isNull();
        assertThat(few).doesNotContainKey("other");
        assertThat(few.containsKey("n0")).isEqualTo(count > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100})
    void anObjectIsReadAndWrittenAsItWas(int count) throws JsonProcessingException {
        String json = IntStream.range(0, count)
                .mapToObj(number -> "\"n" + number + "\":{\"a\":[" + number + "],\"b\":\"x\"}")
                .collect(Collectors.joining(",", "{", "}"));

        JsonNode read = FEW.readTree(json);

        assertThat(read).isEqualTo(PLAIN.readTree(json)).hasToString(json);
        assertThat(FEW.writeValueAsString(read.deepCopy())).isEqualTo(json);
    }

    @Test
    void inWhateverOrderTheyAreAskedFor() {
        Map<String, JsonNode> few = new FewFields();
        few.put("a", IntNode.valueOf(1));
        few.put("b", IntNode.valueOf(2));
        few.put("c", IntNode.valueOf(3));

        assertThat("cbabcca".chars().mapToObj(name -> few.get(Character.toString(name))
                        .intValue()))
                .containsExactly(3, 2, 1, 2, 3, 3, 1);
    }
}
