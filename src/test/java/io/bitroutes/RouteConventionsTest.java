package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteConventionsTest {
    private static final String GOOD = """
            - routeTemplate:
                id: claim-files
                description: Claims what is dropped.
                parameters:
                  - name: operation
                    description: id of the operation
                route:
                  from:
                    uri: file:{{bitanswer.home}}/inbox/{{operation}}
                    parameters:
                      delay: "{{bitanswer.inbox.delay}}"
                      initialDelay: 0
                      charset: UTF-8
                    steps:
                      - log:
                          message: Took 100 files from http://somewhere
                      - setProperty:
                          name: first
                          expression:
                            simple:
                              expression: ${exchangeProperty.number} == 1
                      - to:
                          uri: direct:prepare-file
            - routeConfiguration:
                id: bad-input
            """;

    private static final String ONE_STEP = """
            - route:
                id: send-batch
                description: Sends one batch.
                from:
                  uri: direct:send-batch
                  steps:
                    - to:
                        uri: %s
                        parameters:
                          option: "%s"
            """;

    @Test
    void goodFileBreaksNothing() throws IOException {
        assertThat(RouteConventions.broken("claim-files.camel.yaml", GOOD)).isEmpty();
    }

    @Test
    void notOfTheSchema() throws IOException {
        assertThat(broken("- route:\n    id: x\n    description: d\n    form: {uri: 'direct:x'}\n", "x"))
                .containsExactlyInAnyOrder(
                        "x.camel.yaml: x: schema: $[0].route: required property 'from' not found",
                        "x.camel.yaml: x: schema: $[0].route: property 'form' is not defined in the schema and the"
                                + " schema does not allow additional properties");
    }

    @Test
    void emptyFile() throws IOException {
        assertThat(broken("", "x")).containsExactly("x.camel.yaml: (file): schema: $: unknown found, array expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://{{bitanswer.host}}/api", "file:{{bitanswer.home}}/inbox", "file:${header.folder}"})
    void uriThatBeginsWithAPlaceholderOrAnExpression(String uri) throws IOException {
        assertThat(broken(ONE_STEP.formatted("\"" + uri + "\"", "x"), "send-batch"))
                .isEmpty();
    }

    @Test
    void routeWithoutIdAndDescription() throws IOException {
        assertThat(broken("- route:\n    from: {uri: 'direct:x', steps: []}\n", "x"))
                .containsExactly(
                        "x.camel.yaml: (route): id: id is '', expected kebab-case",
                        "x.camel.yaml: (route): description: expected one line that says what it does",
                        "x.camel.yaml: : stem: the first route must be called 'x'");
    }

    @Test
    void bareFrom() throws IOException {
        assertThat(broken("- from: {uri: 'direct:x', steps: []}\n", "x"))
                .containsExactly("x.camel.yaml: (from): id: a route needs an id: write route, with from inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendBatch", "send_batch", "Send-batch", "send--batch", "route-"})
    void idThatIsNotKebabCase(String id) throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", "x").replace("id: send-batch", "id: " + id), id))
                .containsExactly(id + ".camel.yaml: " + id + ": id: id is '" + id + "', expected kebab-case");
    }

    @Test
    void descriptionOfTwoLines() throws IOException {
        String yaml = ONE_STEP.formatted("direct:x", "x").replace("Sends one batch.", "\"Sends\\none batch.\"");

        assertThat(broken(yaml, "send-batch"))
                .containsExactly("send-batch.camel.yaml: send-batch: description:"
                        + " expected one line that says what it does");
    }

    @Test
    void stemIsNotTheFirstRoute() throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", "x"), "deliver"))
                .containsExactly("deliver.camel.yaml: send-batch: stem: the first route must be called 'deliver'");
        assertThat(RouteConventions.broken("send-batch.yaml", ONE_STEP.formatted("direct:x", "x")))
                .containsExactly("send-batch.yaml: (file): stem: the name must end with .camel.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "direct:x?timeout={{bitanswer.a}}, parameters, options belong under parameters",
        "sftp:server/inbox, path, what follows 'sftp:' must begin with a placeholder or an expression",
        "file:inbox, path, what follows 'file:' must begin with a placeholder or an expression",
        "jms:queue:orders, path, what follows 'jms:' must begin with a placeholder or an expression",
        "direct:{{home}}, placeholder, 'home' is neither bitanswer.* nor a parameter of the template",
        "direct:{{bitanswer.a:b}}, placeholder, the default of 'bitanswer.a' belongs in the configuration",
    })
    void uriThatSaysTooMuch(String uri, String rule, String why) throws IOException {
        String yaml = ONE_STEP.formatted("\"" + uri + "\"", "x");

        assertThat(broken(yaml, "send-batch"))
                .containsExactly("send-batch.camel.yaml: send-batch: " + rule + ": from/steps/0/to/uri is '" + uri
                        + "': " + why);
    }

    @Test
    void absolutePathInUri() throws IOException {
        assertThat(broken(ONE_STEP.formatted("file:/data/inbox", "x"), "send-batch"))
                .containsExactly(
                        "send-batch.camel.yaml: send-batch: path: from/steps/0/to/uri is 'file:/data/inbox':"
                                + " what follows 'file:' must begin with a placeholder or an expression",
                        "send-batch.camel.yaml: send-batch: path: from/steps/0/to/uri is 'file:/data/inbox':"
                                + " a path belongs in the configuration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://server/api", "localhost", "broker at 10.0.0.7 here", "http:server"})
    void hosts(String value) throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", value), "send-batch"))
                .containsExactly(message("host", value, "a host belongs in the configuration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/lib", "C:/data", "~/data"})
    void paths(String value) throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", value), "send-batch"))
                .containsExactly(message("path", value, "a path belongs in the configuration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "5s", "-2", "0.5", "10%", "4MB", "${header.code} == 413", "{{bitanswer.a}} 60"})
    void numbers(String value) throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", value), "send-batch"))
                .containsExactly(message(
                        "number", value, "a number belongs in the configuration; only 0, 1 and -1 may stand here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1", "-1", "true", "GB18030", "UTF-8", "{{bitanswer.a}}", "{{?bitanswer.a}}", "part-2"})
    void harmless(String value) throws IOException {
        assertThat(broken(ONE_STEP.formatted("direct:x", value), "send-batch")).isEmpty();
    }

    private static List<String> broken(String yaml, String stem) throws IOException {
        return RouteConventions.broken(stem + RouteConventions.SUFFIX, yaml);
    }

    private static String message(String rule, String value, String why) {
        return "send-batch.camel.yaml: send-batch: " + rule + ": from/steps/0/to/parameters/option is '" + value + "': "
                + why;
    }
}
