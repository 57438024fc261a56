package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuirksTest extends SandboxTestBase {
    private static final String TWO = "[{'name':'a'},{'name':'b'}]";

    @Test
    void totalCanBeMissing() throws Exception {
        startWith(Quirks.TOTAL_MISSING);

        assertThat(client.post("/customers", TWO).json().at("/data").has("total"))
                .isFalse();
        assertThat(client.get("/customers").json().at("/data").has("total")).isFalse();
    }

    @Test
    void totalCanLie() throws Exception {
        startWith(Quirks.TOTAL_LYING);

        Client.Reply reply = client.post("/customers", TWO);

        assertThat(reply.json().at("/data/total").asInt()).isEqualTo(1);
        assertThat(reply.items()).hasSize(2);
    }

    @Test
    void msgCanBeANumber() throws Exception {
        startWith(Quirks.MSG_AS_NUMBER);

        assertThat(client.post("/customers", "x").json().path("msg").isInt()).isTrue();
    }

    @Test
    void writesCanBeAnsweredWithoutDataOrItems() throws Exception {
        startWith(Quirks.DATA_MISSING);
        assertThat(client.post("/customers", TWO).body()).isEqualTo("{\"status\":0}");
        assertThat(client.get("/customers").items()).hasSize(2);

        startWith(Quirks.ITEMS_MISSING);
        assertThat(client.post("/customers", TWO).body()).isEqualTo("{\"status\":0,\"data\":{\"total\":2}}");

        startWith(Quirks.ITEMS_EMPTY);
        assertThat(client.post("/customers", TWO).body()).endsWith("\"items\":[]}}");
        assertThat(client.get("/customers").items()).hasSize(2);
    }

    @Test
    void itemsCanListOnlyWhatReallyChanged() throws Exception {
        startWith(Quirks.ITEMS_ONLY_CHANGED);
        assertDone(client.post("/customers", TWO));

        Client.Reply reply = client.post("/customers", "[{'name':'a'},{'name':'b','city':'x'},{'name':'c'}]");

        assertThat(reply.values("name")).containsExactly("b", "c");
        assertThat(sandbox.oracle()).hasSize(5);
    }

    @Test
    void anEmptyPageCanComeWithoutData() throws Exception {
        assertThat(client.get("/customers").items().isArray()).isTrue();

        startWith(Quirks.EMPTY_PAGE_WITHOUT_DATA);
        assertThat(client.get("/customers").body()).isEqualTo("{\"status\":0}");
    }

    @Test
    void aRefusedBatchCanBeAppliedInPart() throws Exception {
        startWith(Quirks.REFUSED_BATCH_PARTLY_APPLIED);

        Client.Reply reply = client.post("/customers", "[{'name':'a'},{'name':'b','city':1},{'name':'c'}]");

        assertRefused(reply, SandboxStatus.BAD_FIELD, "customer 'b'", "record 2 of 3");
        assertThat(sandbox.state().customers()).containsOnlyKeys("a");
        assertThat(sandbox.oracle()).hasSize(1);
    }

    @Test
    void onlyDocumentedQuirksAreOnAtFirst() {
        assertThat(SandboxOptions.defaults().quirks()).isEqualTo(Quirks.DOCUMENTED);
        assertThat(SandboxOptions.defaults().with(Quirks.TOTAL_LYING).quirks())
                .contains(Quirks.TOTAL_LYING)
                .containsAll(Quirks.DOCUMENTED);
    }
}
