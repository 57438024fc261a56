package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest extends SandboxTestBase {
    @Test
    void valuesAreAlternativesAndConditionsAllHold() throws Exception {
        seed("bitanswer1", "test0", "other", "test1");

        Client.Reply reply = client.post(
                "/customers/data",
                "{'querys':[{'name':'name','op':'like','values':['bit%','test%']},"
                        + "{'name':'name','op':'=','values':['test1','other','test0']}],'sorts':[{'name':'name'}]}");

        assertThat(reply.values("name")).containsExactly("test0", "test1");
        assertThat(reply.json().at("/data/total").asInt()).isEqualTo(2);
    }

    @Test
    void namesAreComparedTrimmed() throws Exception {
        seed("a", "A");

        Client.Reply reply =
                client.post("/customers/data", "{'querys':[{'name':'name','op':'=','values':[' a ','a','x']}]}");

        assertThat(reply.values("name")).containsExactly("a");
    }

    @Test
    void likeTakesAllButPercentLiterally() throws Exception {
        seed("a.c", "abc", "x\ny");

        assertThat(client.post("/customers/data", "{'querys':[{'name':'name','op':'like','values':['a.%']}]}")
                        .values("name"))
                .containsExactly("a.c");
        assertThat(client.post("/customers/data", "{'querys':[{'name':'name','op':'like','values':['x%y']}]}")
                        .values("name"))
                .containsExactly("x\ny");
    }

    @Test
    void itemsAreQueriedByTimeAndSource() throws Exception {
        item("old", "2020-01-01 00:00:00", "product");
        item("young", "2024-01-01 00:00:00", "product");
        item("own", "2023-01-01 00:00:00", "sn");

        Client.Reply late = client.post(
                "/sns/S/datas/data",
                "{'querys':[{'name':'updateTime','op':'>','values':['2020-12-12 00:00:00']}],"
                        + "'sorts':[{'name':'updateTime'}]}");
        Client.Reply inherited = client.post(
                "/sns/S/datas/data?offset=1&limit=1",
                "{'querys':[{'name':'source','op':'=','values':['product','template']}]}");

        assertThat(late.values("name")).containsExactly("own", "young");
        assertThat(inherited.values("name")).containsExactly("young");
        assertThat(inherited.json().at("/data/total").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{'querys':null,'sorts':[]}"})
    void aQueryWithoutConditionsFindsAll(String body) throws Exception {
        seed("a");

        assertThat(client.post("/customers/data", body).values("name")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'querys':[null]}",
                "{'querys':[{'name':'city','op':'=','values':['x']}]}",
                "{'querys':[{'name':'name','op':'<','values':['x']}]}",
                "{'querys':[{'name':'name','values':['x']}]}",
                "{'querys':[{'name':'name','op':'=','values':[]}]}",
                "{'querys':[{'name':'name','op':'='}]}",
                "{'sorts':[{'name':'city'}]}",
                "{'sorts':[null]}",
            })
    void whatAQueryDoesNotKnowIsRefused(String body) throws Exception {
        assertRefused(client.post("/customers/data", body), SandboxStatus.BAD_QUERY);
    }

    @Test
    void timesOfAnotherFormAreRefused() throws Exception {
        assertRefused(
                client.post("/sns/S/datas/data", "{'querys':[{'name':'updateTime','op':'>','values':['2020']}]}"),
                SandboxStatus.BAD_QUERY,
                "2020");
    }

    private void item(String name, String time, String source) {
        sandbox.state().seedData("S", Map.of("name", name, "updateTime", time, "source", source));
    }
}
