package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code spec/answers.yaml}. */
class StatusesTest {
    private static final String SPEC = "/spec/answers.yaml";
    private static final Set<String> RAN = new TreeSet<>();

    record Spec(Lists lists, List<Case> cases) {}

    record Lists(Set<Long> retry, Set<Long> stop, Set<Long> repeat) {}

    record Case(String id, int http, String envelope, boolean sentBefore, Statuses.Meaning means) {

        Answer answer() {
            if (http == 0) {
                return envelope.equals("none")
                        ? Answers.MISSING
                        : new Answer.NotSent("not sent", envelope.equals("no-key"));
            }
            return envelope.equals("none")
                    ? new Answer.Bare(http, Optional.empty())
                    : Answers.envelope(http, Long.parseLong(envelope));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Case> cases() throws IOException {
        return spec().cases().stream();
    }

    @AfterAll
    static void everyCaseRan() throws IOException {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        long written = text.lines().filter(line -> line.contains("{id:")).count();

        assertThat(RAN).hasSize((int) written);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAnswerMeans(Case given) throws IOException {
        Lists lists = spec().lists();
        Statuses statuses = new Statuses(lists.retry(), lists.stop(), lists.repeat());

        assertThat(statuses.meaning(given.answer(), given.sentBefore())).isEqualTo(given.means());

        RAN.add(given.id());
    }

    @Test
    void everyMeaningHasACase() throws IOException {
        assertThat(cases().map(Case::means).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Statuses.Meaning.values()));
    }

    private static Spec spec() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readValue(bytes(), Spec.class);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream yaml = StatusesTest.class.getResourceAsStream(SPEC)) {
            return yaml.readAllBytes();
        }
    }
}
