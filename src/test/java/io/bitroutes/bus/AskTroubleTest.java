package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions while BitAnswer, the key or the program is in trouble, or the records move. */
class AskTroubleTest extends AskTestBase {
    @Test
    void anOutageIsAnsweredNotWaitedFor() throws IOException {
        sandbox.faults().serverDown();

        JsonNode first = ask("customers.list", "");
        JsonNode second = ask("customers.list", "");

        assertThat(first.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(first.path("msg").textValue())
                .startsWith("BitAnswer was not asked: BitAnswer does not answer as it should (");
        assertThat(second).isEqualTo(first);
        assertThat(gate.closure()).isPresent();

        sandbox.faults().serverUp();
        gate.open();
        assertThat(ask("customers.list", "").path("code").textValue()).isEqualTo("DONE");
    }

    @Test
    void aKeyThatIsRefusedIsAnOutage() throws IOException {
        sandbox.faults().revokeKey();

        JsonNode answer = ask("customers.list", "");

        assertThat(answer.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(answer.path("msg").textValue()).contains("BitAnswer refuses the key or the account");
    }

    @Test
    void noLongerThanPatienceLasts() throws IOException {
        start(Duration.ofMillis(1), 1_000);
        sandbox.faults().every(1, Fault.http(503), AskTroubleTest::isNoProof);

        JsonNode answer = ask("products.list", "");

        assertThat(answer.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(answer.path("msg").textValue())
                .isEqualTo("BitAnswer gave no answer within 0.001 s; ask again later");
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void whatIsNeverAnsweredWhileTheRestIs() throws IOException {
        sandbox.faults().every(1, Fault.http(500), AskTroubleTest::isNoProof);

        JsonNode answer = ask("products.list", "{\"limit\": 7}");

        assertThat(answer.path("code").textValue()).isEqualTo("FAILED");
        assertThat(answer.path("msg").textValue())
                .isEqualTo("BitAnswer answers other requests, but not products.list (GET"
                        + " /products?offset=0&limit=7): HTTP 500");
    }

    @Test
    void recordsThatKeepMovingAreNoAnswer() throws IOException {
        seedCustomers(1000);
        String page = "{\"status\":0,\"data\":{\"items\":[{\"name\":\"other\"}]}}";
        Fault moved = new Fault.Reply(200, Map.of(), page, false);
        sandbox.faults().next(3, moved, request -> request.path().contains("offset=999"));

        assertThat(ask("customers.list", "{\"all\": true}").path("msg").textValue())
                .isEqualTo(
                        "the records kept changing while they were read (3 times from the beginning); ask again later");
        assertThat(names(ask("customers.list", "{\"all\": true}"))).hasSize(1000);
    }

    @Test
    void readingBeginsAnewWhenRecordsMovedOnce() throws IOException {
        seedCustomers(1000);
        String page = "{\"status\":0}";
        Fault gone = new Fault.Reply(200, Map.of(), page, false);
        sandbox.faults().next(1, gone, request -> request.path().contains("offset=999"));

        assertThat(names(ask("customers.list", "{\"all\": true}"))).hasSize(1000);
        assertThat(sandbox.requests()).hasSize(4);
    }

    @Test
    void aStoppingProgramLeavesTheQuestionToTheNext() {
        gate.stop();

        assertThatThrownBy(() -> ask.answer("customers.list", "")).isInstanceOf(StoppingException.class);
    }

    private static boolean isNoProof(ReceivedRequest request) {
        return !request.is("customers.list");
    }
}
