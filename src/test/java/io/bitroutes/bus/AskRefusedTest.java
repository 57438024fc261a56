package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that are wrong, and questions that BitAnswer refuses. */
class AskRefusedTest extends AskTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|{}|the message has no property BitAnswerOperation; expected one of " + READS,
                "customer.gett|{}|no operation 'customer.gett' (did you mean 'customer.get'?); what can be asked: "
                        + READS,
                "customers.replace|[]|customers.replace changes records: send them to its own queue; what can be asked: "
                        + READS,
                "customers.list|{|the body is not JSON: line 1, column 2: Unexpected end-of-input: expected close marker"
                        + " for Object (start marker at line:…",
                "customers.list|{} {}|the body is not JSON: line 1, column 4: Trailing token (of type START_OBJECT) found"
                        + " after value (bound as `com.fasterxml…",
                "customers.list|[1]|the body is [1]; expected a JSON object with parameters",
                "customers.list|null|the body is null; expected a JSON object with parameters",
                "customers.list|{\"limt\": 1}|the parameter 'limt' is not known (did you mean 'limit'?); customers.list"
                        + " takes offset, limit, all",
                "customers.list|{\"name\": \"c\"}|the parameter 'name' is not known; customers.list takes offset, limit, all",
                "customer.get|{\"name\": \"c\", \"limit\": 1}|the parameter 'limit' is not known; customer.get takes name",
                "customers.list|{\"limit\": 0}|'limit' is 0; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": 1001}|'limit' is 1001; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": \"5\"}|'limit' is \"5\"; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": 1.5}|'limit' is 1.5; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": null}|'limit' is null; expected a whole number from 1 to 1000",
                "customers.list|{\"offset\": -1}|'offset' is -1; expected a whole number from 0 to 1000000000",
                "customers.list|{\"offset\": 99999999999999999999}|'offset' is 99999999999999999999; expected a whole"
                        + " number from 0 to 1000000000",
                "customers.list|{\"all\": 1}|'all' is 1; expected true or false",
                "customers.list|{\"all\": true, \"limit\": 5}|'limit' cannot stand beside 'all', which reads page after"
                        + " page",
                "customer.get|{}|customer.get needs the parameter 'name', a text that is not empty",
                "customer.get|{\"name\": \" \"}|'name' is \" \"; expected a text that is not empty",
                "customer.get|{\"name\": 5}|'name' is 5; expected a text that is not empty",
                "customer.get|{\"name\": \"..\"}|'name' is '..', which a path cannot carry",
                "data.get|{\"name\": \"a\"}|data.get needs the parameter 'sn', a text that is not empty",
                "customers.query|{\"name\": []}|'name' is []; expected a text that is not empty, or an array of such",
                "customers.query|{\"name\": [\"a\", 1]}|'name' is [\"a\",1]; expected a text that is not empty, or an array"
                        + " of such",
                "customers.query|{\"querys\": {}}|the request: $.querys is {}; expected an array",
                "customers.query|{\"querys\": [{\"name\": \"nam\"}]}|the request: $.querys[0].name: 'nam' is not known there"
                        + " (did you mean 'name'?); customers.query allows name",
                "customers.query|{\"query\": []}|the parameter 'query' is not known (did you mean 'querys'?);"
                        + " customers.query takes name, querys, sorts, offset, limit, all",
                "datas.query|{\"sn\": \"S\", \"sorts\": [{\"name\": \"source\"}]}|the request: $.sorts[0].name: 'source' is"
                        + " not known there; datas.query allows name, updateTime",
            })
    void badRequestsAreAnsweredAndNotSent(String operation, String body, String msg) throws IOException {
        JsonNode answer = ask(operation, body);

        assertThat(answer.path("code").textValue()).isEqualTo("INVALID");
        assertThat(answer.path("status").intValue()).isEqualTo(-1);
        assertThat(answer.path("msg").textValue()).isEqualTo(msg);
        assertThat(answer.has("data")).isFalse();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsNotParsed() throws IOException {
        JsonNode answer = ask("customers.list", " ".repeat(AskParameters.MOST_CHARACTERS + 1));

        assertThat(answer.path("msg").textValue())
                .isEqualTo("the request is longer than 1048576 characters; make several of it");
    }

    @Test
    void aRefusalComesWithStatusAndWords() throws IOException {
        JsonNode answer = ask("customer.get", "{\"name\": \"nobody\"}");

        assertThat(answer.path("code").textValue()).isEqualTo("REFUSED");
        assertThat(answer.path("status").intValue()).isEqualTo(1007);
        assertThat(answer.path("msg").textValue()).isEqualTo("customer 'nobody' does not exist");
        assertThat(gate.closure()).isEmpty();
    }
}
