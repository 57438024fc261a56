package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasTest extends SandboxTestBase {
    private static final String OLD = "2020-01-01 00:00:00";
    private static final Map<String, Object> SEEDED =
            Map.of("name", "a", "value", "v", "status", 0, "updateTime", OLD, "source", "sn");

    @BeforeEach
    void seedOneItem() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T20:00:00Z"), ZoneOffset.UTC);
        start(SandboxOptions.defaults().withClock(clock));
        sandbox.state().seedData("SN-1", SEEDED);
    }

    @Test
    void anAddedItemGetsStatusTimeAndSource() throws Exception {
        Client.Reply reply = client.post("/sns/SN-2/datas", "[{'name':'x','value':'1'}]");

        assertDone(reply);
        assertThat(sandbox.state().datas("SN-2"))
                .isEqualTo(Map.of(
                        "x",
                        Map.of(
                                "name",
                                "x",
                                "value",
                                "1",
                                "status",
                                0,
                                "updateTime",
                                "2026-03-02 04:00:00",
                                "source",
                                "sn")));
        assertThat(reply.item().path("status").isInt()).isTrue();
    }

    @Test
    void onlyWhatIsNotEmptyChangesAnything() throws Exception {
        assertDone(client.patch("/sns/SN-1/datas", "[{'name':'a','value':''}]"));
        assertThat(sandbox.state().datas("SN-1")).containsEntry("a", SEEDED);

        assertDone(client.patch("/sns/SN-1/datas", "[{'name':'a','status':2}]"));
        assertThat(sandbox.state().datas("SN-1").get("a"))
                .containsEntry("status", 2)
                .containsEntry("value", "v")
                .containsEntry("updateTime", "2026-03-02 04:00:00");
    }

    @Test
    void patchAddsLikePost() throws Exception {
        assertDone(client.patch("/sns/SN-1/datas", "[{'name':'b'}]"));

        assertThat(sandbox.state().datas("SN-1")).containsOnlyKeys("a", "b");
    }

    @Test
    void valuesAreStringsAndStatusIsZeroOrTwo() throws Exception {
        for (String field : new String[] {"'value':1", "'status':'0'", "'status':1", "'status':null"}) {
            Client.Reply reply = client.post("/sns/SN-1/datas", "[{'name':'b'," + field + "}]");
            assertRefused(reply, SandboxStatus.BAD_FIELD, "item 'b'", field.substring(1, 6));
        }
    }

    @Test
    void deleteTakesNamesAndIgnoresAbsentOnes() throws Exception {
        Client.Reply reply = client.delete("/sns/SN-1/datas", "['a','x']");

        assertThat(reply.values("name")).containsExactly("a");
        assertThat(sandbox.state().datas()).isEmpty();
        assertRefused(client.delete("/sns/SN-1/datas", "[{'name':'a'}]"), SandboxStatus.BODY_SHAPE);
    }

    @Test
    void oneItemIsWrittenReadAndDeletedByName() throws Exception {
        assertDone(client.post("/sns/S%2FN/datas/b%2Fc", "{'name':'b/c','value':'1'}"));
        assertDone(client.patch("/sns/S%2FN/datas/b%2Fc", "{'value':'2'}"));
        assertThat(client.get("/sns/S%2FN/datas/b%2Fc").values("value")).containsExactly("2");
        assertRefused(client.patch("/sns/S%2FN/datas/b", "{'name':'c'}"), SandboxStatus.NAME_DIFFERS);

        assertThat(client.delete("/sns/S%2FN/datas/b%2Fc", "").values("name")).containsExactly("b/c");
        assertDone(client.delete("/sns/S%2FN/datas/b%2Fc", ""));
        assertRefused(client.get("/sns/S%2FN/datas/b%2Fc"), SandboxStatus.ABSENT, "b/c");
    }

    @Test
    void patchReachesAnItemNamedDataAndPostDoesNot() throws Exception {
        assertDone(client.patch("/sns/SN-1/datas/data", "{'value':'1'}"));
        assertDone(client.post("/sns/SN-1/datas/data", "{'value':'2'}"));

        assertThat(sandbox.state().datas("SN-1").get("data")).containsEntry("value", "1");
    }

    @Test
    void anInheritedItemBecomesTheLicencesOwnWhenWritten() throws Exception {
        startWith(Quirks.INHERITED_ITEMS);
        assertThat(client.get("/sns/SN-1/datas").values("source")).containsExactly("product", "template");

        assertDone(client.delete("/sns/SN-1/datas", "['edition']"));
        assertDone(client.post("/sns/SN-1/datas", "[{'name':'theme','value':'dark'}]"));

        assertThat(client.get("/sns/SN-1/datas").values("source")).containsExactly("product", "sn");
    }
}
