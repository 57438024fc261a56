package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomersTest extends SandboxTestBase {
    @Test
    void replaceCreatesWhatIsAbsent() throws Exception {
        Client.Reply reply = client.post("/customers", "[{'name':'华为','city':'深圳'},{'name':'b'}]");

        assertDone(reply);
        assertThat(reply.values("name")).containsExactly("华为", "b");
        assertThat(reply.item().path("regDate").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(sandbox.state().customers()).containsOnlyKeys("华为", "b");
    }

    @Test
    void replaceResetsFieldsLeftOut() throws Exception {
        sandbox.state()
                .seedCustomer(Map.of("name", "a", "city", "x", "contact", "y", "regDate", "2020-01-01 00:00:00"));

        assertDone(client.post("/customers", "[{'name':'a','contact':'z'}]"));

        assertThat(sandbox.state().customers().get("a"))
                .isEqualTo(Map.of("name", "a", "contact", "z", "regDate", "2020-01-01 00:00:00"));
    }

    @Test
    void updateChangesOnlyTheGivenFields() throws Exception {
        seed("a");

        Client.Reply reply = client.patch("/customers", "[{'name':' a ','contact':'z'}]");

        assertThat(reply.item().path("city").asText()).isEqualTo("beijing");
        assertThat(sandbox.state().customer("a").orElseThrow())
                .containsEntry("city", "beijing")
                .containsEntry("contact", "z");
    }

    @Test
    void updateWithAnEmptyStringEmptiesTheField() throws Exception {
        seed("a");

        Client.Reply reply = client.patch("/customers", "[{'name':'a','city':''}]");

        assertThat(reply.item().has("city")).isFalse();
        assertThat(sandbox.state().customer("a").orElseThrow()).doesNotContainKey("city");
    }

    @Test
    void patchOfAnAbsentCustomerIsRefused() throws Exception {
        seed("a");

        Client.Reply reply = client.patch("/customers", "[{'name':'a','city':'x'},{'name':'b','city':'x'}]");

        assertRefused(reply, SandboxStatus.ABSENT, "customer 'b' does not exist", "record 2 of 2");
        assertThat(sandbox.state().customer("a").orElseThrow()).containsEntry("city", "beijing");
        assertThat(sandbox.oracle()).isEmpty();
    }

    @Test
    void deleteOfAnAbsentCustomerIsRefusedWithAllOthers() throws Exception {
        seed("a", "b");

        assertRefused(client.delete("/customers", "[{'name':'a'},{'name':'x'}]"), SandboxStatus.ABSENT, "'x'");
        assertThat(sandbox.state().customers()).containsOnlyKeys("a", "b");
    }

    @Test
    void deleteAnswersTheNames() throws Exception {
        seed("a", "b", "c");

        Client.Reply reply = client.delete("/customers", "[{'name':'c'},{'name':'a'}]");

        assertThat(reply.values("name")).containsExactly("c", "a");
        assertThat(sandbox.state().customers()).containsOnlyKeys("b");
    }

    @Test
    void aThousandRecordsAreTakenAndOneMoreIsNot() throws Exception {
        assertDone(client.post("/customers", customers(1000)));
        assertRefused(client.post("/customers", customers(1001)), SandboxStatus.TOO_MANY_ITEMS, "1001");
        assertThat(sandbox.state().customerCount()).isEqualTo(1000);
    }

    @Test
    void aReferenceOfAnotherCustomerIsRefused() throws Exception {
        sandbox.state().seedCustomer(Map.of("name", "a", "referenceId", "1"));

        Client.Reply reply = client.post("/customers", "[{'name':'b','referenceId':'1'}]");

        assertRefused(reply, SandboxStatus.REFERENCE_TAKEN, "'b'", "'1'", "'a'");
    }

    @Test
    void aReferenceTwiceInABatchIsRefused() throws Exception {
        Client.Reply reply =
                client.post("/customers", "[{'name':'a','referenceId':'1'},{'name':'b','referenceId':'1'}]");

        assertRefused(reply, SandboxStatus.REFERENCE_TAKEN, "'b'");
        assertThat(sandbox.state().customers()).isEmpty();
    }

    @Test
    void aReferenceGivenUpCanBeTakenInTheSameBatch() throws Exception {
        sandbox.state().seedCustomer(Map.of("name", "a", "referenceId", "1"));

        assertDone(client.post(
                "/customers", "[{'name':'b'},{'name':'a','referenceId':'2'},{'name':'b','referenceId':'1'}]"));

        assertRefused(
                client.patch("/customers", "[{'name':'a','referenceId':'1'}]"), SandboxStatus.REFERENCE_TAKEN, "'b'");
    }

    @Test
    void customersWithoutReferenceDoNotCollide() throws Exception {
        assertDone(client.post("/customers", "[{'name':'a','referenceId':''},{'name':'b'},{'name':'c'}]"));
    }

    @Test
    void aValueThatIsNoStringIsRefused() throws Exception {
        Client.Reply reply = client.post("/customers", "[{'name':'a'},{'name':'b','postcode':100000}]");

        assertRefused(reply, SandboxStatus.BAD_FIELD, "customer 'b'", "postcode", "100000");
    }

    @Test
    void anUnknownOrReadOnlyFieldIsRefused() throws Exception {
        assertRefused(client.post("/customers", "[{'name':'a','town':'x'}]"), SandboxStatus.BAD_FIELD, "'town'");
        assertRefused(client.post("/customers", "[{'name':'a','regDate':'x'}]"), SandboxStatus.BAD_FIELD, "regDate");
    }

    @Test
    void aRecordWithoutNameIsRefused() throws Exception {
        assertRefused(client.post("/customers", "[{'city':'x'}]"), SandboxStatus.NAME_MISSING);
        assertRefused(client.post("/customers", "[{'name':' '}]"), SandboxStatus.NAME_MISSING);
    }

    @Test
    void bodiesOfAnotherShapeAreRefused() throws Exception {
        assertRefused(client.post("/customers", "{'name':'a'}"), SandboxStatus.BODY_SHAPE);
        assertRefused(client.post("/customers", "['a']"), SandboxStatus.BODY_SHAPE);
        assertRefused(client.post("/customers", "[{'name':"), SandboxStatus.BODY_UNREADABLE);
        assertRefused(client.post("/customers", ""), SandboxStatus.BODY_UNREADABLE);
    }

    @Test
    void listPagesInTheOrderOfCreation() throws Exception {
        assertDone(client.post("/customers", customers(60)));

        assertThat(client.get("/customers").values("name")).hasSize(50).startsWith("c1", "c2");
        assertThat(client.get("/customers?offset=58&limit=1000").values("name")).containsExactly("c59", "c60");
        assertThat(client.get("/customers?offset=60").items()).isEmpty();
        assertThat(client.get("/customers").json().at("/data/total").asInt()).isEqualTo(60);
    }

    @Test
    void pagesOutOfBoundsAreRefused() throws Exception {
        for (String page : new String[] {"limit=1001", "limit=0", "limit=x", "offset=-1"}) {
            assertRefused(client.get("/customers?" + page), SandboxStatus.BAD_PAGE);
        }
    }

    @Test
    void oneCustomerIsReadReplacedUpdatedAndDeletedByName() throws Exception {
        String path = "/customers/customer/a%2Fb%20%25%3F%23+%3B&=%E5%8D%8E%F0%9F%98%80";
        String name = "a/b %?#+;&=华😀";

        assertRefused(client.patch(path, "{'city':'x'}"), SandboxStatus.ABSENT, name);
        assertDone(client.post(path, "{'city':'x','contact':'y'}"));
        assertDone(client.patch(path, "{'city':'z'}"));
        assertThat(client.get(path).item().path("name").asText()).isEqualTo(name);
        assertThat(client.get(path).item().path("city").asText()).isEqualTo("z");
        assertThat(client.delete(path, "").values("name")).containsExactly(name);
        assertRefused(client.get(path), SandboxStatus.ABSENT, name);
    }

    @Test
    void aBodyThatNamesAnotherCustomerThanThePathIsRefused() throws Exception {
        assertRefused(client.post("/customers/customer/a", "{'name':'b'}"), SandboxStatus.NAME_DIFFERS, "'a'", "'b'");
        assertDone(client.post("/customers/customer/a", "{'name':'a'}"));
    }

    @Test
    void aPathThatClimbsUpMeansTheCollection() throws Exception {
        seed("a");

        assertDone(client.delete("/customers/customer/..", "[{'name':'a'}]"));

        assertThat(sandbox.state().customers()).isEmpty();
    }

    private static String customers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{'name':'c" + number + "'}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
