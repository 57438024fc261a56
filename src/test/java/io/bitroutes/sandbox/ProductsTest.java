package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductsTest extends SandboxTestBase {
    @Test
    void createAnswersAGuid() throws Exception {
        Client.Reply reply = client.post("/products", "{'productName':'软件','refId':'r'}");

        assertDone(reply);
        assertThat(reply.item().path("productGuid").asText()).matches("[0-9a-f]{32}");
        assertThat(sandbox.state().products().get("软件")).containsEntry("refId", "r");
    }

    @Test
    void createOfAPresentProductIsRefused() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a"));

        assertRefused(client.post("/products", "{'productName':' a'}"), SandboxStatus.NAME_TAKEN, "'a'");
    }

    @Test
    void replaceResetsFieldsLeftOutButKeepsTheGuid() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a", "refId", "r", "productGuid", "g"));

        assertDone(client.post("/products/a", "{'productName':'a','description':'d'}"));

        assertThat(sandbox.state().products().get("a"))
                .isEqualTo(Map.of("productName", "a", "description", "d", "productGuid", "g"));
    }

    @Test
    void replaceWithoutItsNameIsRefused() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a"));

        assertRefused(client.post("/products/a", "{'refId':'x'}"), SandboxStatus.NAME_MISSING, "'a'");
    }

    @Test
    void updateAnswersOnlyTheGivenFields() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a", "description", "d"));

        Client.Reply reply = client.patch("/products/a", "{'refId':'x'}");

        assertThat(reply.item()).hasToString("{\"refId\":\"x\"}");
        assertThat(sandbox.state().products().get("a")).containsEntry("description", "d");
    }

    @Test
    void updateCanAnswerTheWholeProduct() throws Exception {
        start(SandboxOptions.defaults().without(Quirks.PRODUCT_UPDATE_ANSWERS_GIVEN_FIELDS));
        sandbox.state().seedProduct(Map.of("productName", "a", "description", "d"));

        Client.Reply reply = client.patch("/products/a", "{'refId':'x'}");

        assertThat(reply.item().path("productName").asText()).isEqualTo("a");
    }

    @Test
    void aRenameNeedsAFreeName() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a", "productGuid", "g"));
        sandbox.state().seedProduct(Map.of("productName", "b"));

        assertRefused(client.patch("/products/a", "{'productName':'b'}"), SandboxStatus.NAME_TAKEN, "'a'", "'b'");
        assertDone(client.patch("/products/a", "{'productName':'c'}"));
        assertThat(sandbox.state().products()).containsOnlyKeys("b", "c");
        assertThat(sandbox.state().products().get("c")).containsEntry("productGuid", "g");
    }

    @Test
    void absentProductsAreRefused() throws Exception {
        assertRefused(client.post("/products/x", "{'productName':'x'}"), SandboxStatus.ABSENT, "product 'x'");
        assertRefused(client.patch("/products/x", "{}"), SandboxStatus.ABSENT, "product 'x'");
        assertRefused(client.delete("/products/x", ""), SandboxStatus.ABSENT, "product 'x'");
    }

    @Test
    void deleteAnswersTheName() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a"));

        assertThat(client.delete("/products/a", "").values("productName")).containsExactly("a");
        assertThat(sandbox.state().products()).isEmpty();
    }

    @Test
    void theLimitIsBelowAThousandAndTheListHasNoTotal() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a"));

        assertRefused(client.get("/products?limit=1000"), SandboxStatus.BAD_PAGE, "1000", "999");
        assertThat(client.get("/products?limit=999").json().at("/data").has("total"))
                .isFalse();
        assertThat(client.post("/products/data?limit=999", "")
                        .json()
                        .at("/data")
                        .has("total"))
                .isTrue();
    }

    @Test
    void theLimitMayBeAThousand() throws Exception {
        start(SandboxOptions.defaults().without(Quirks.PRODUCT_LIMIT_BELOW_1000));

        assertDone(client.get("/products?limit=1000"));
    }

    @Test
    void aPostToTheNameDataIsTheQuery() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "data"));

        Client.Reply reply = client.post("/products/data", "{'productName':'data','refId':'x'}");

        assertThat(reply.json().at("/data/total").asInt()).isEqualTo(1);
        assertThat(sandbox.state().products().get("data")).doesNotContainKey("refId");
        assertThat(sandbox.requests().get(0).is("products.query")).isTrue();
    }

    @Test
    void aPostToTheNameDataCanReachTheProduct() throws Exception {
        start(SandboxOptions.defaults().without(Quirks.DATA_IS_THE_QUERY));
        sandbox.state().seedProduct(Map.of("productName", "data"));

        assertDone(client.post("/products/data", "{'productName':'data','refId':'x'}"));
        assertDone(client.post("/products/data", "{'querys':[]}"));

        assertThat(sandbox.state().products().get("data")).containsEntry("refId", "x");
        assertThat(sandbox.requests().get(1).is("products.query")).isTrue();
    }
}
