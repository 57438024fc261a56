package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.ReceivedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizesIT extends ProgramTestBase {
    private static final String[] HEADERS_ON_THE_WIRE = {
        "accept-encoding",
        "bitkey",
        "connection",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-bit-req-id"
    };

    @ParameterizedTest(name = "{0} rows go out in {1} requests")
    @CsvSource({"0, 0", "1, 1", "999, 1", "1000, 1", "1001, 2", "2500, 3"})
    void rowsGoOutInBodiesOfUpToAThousand(int rows, int requests) {
        CustomerFile customers = CustomerFile.of("size" + rows, rows);

        home.drop(REPLACE, rows + ".csv", customers.csv());
        JsonNode receipt = home.receipt(REPLACE, rows + ".csv");

        List<ReceivedRequest> received = requests(REPLACE);
        assertThat(received).hasSize(requests);
        assertThat(received).allMatch(request -> request.records() <= 1000);
        assertThat(received.stream().mapToInt(ReceivedRequest::records).sum()).isEqualTo(rows);
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
        assertThat(receipt.path("rows").intValue()).isEqualTo(rows);
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(rows);
        assertThat(receipt.path("requests").intValue()).isEqualTo(requests);
    }

    @Test
    void everyWriteCarriesTheKeyAndAnIdOfItsOwn() {
        List<ReceivedRequest> received = sentOf("ids.csv", 2500);

        assertThat(received).extracting(request -> request.header("bitkey")).containsOnly(Optional.of(BITKEY));
        assertThat(received)
                .extracting(request -> request.requestId().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(received)
                .allSatisfy(
                        request -> assertThat(request.requestId().orElseThrow()).matches("[0-9a-f]{32}"));
    }

    @Test
    void nothingOfCamelOrOfTheFileIsOnTheWire() {
        List<ReceivedRequest> received = sentOf("wire.csv", 1);

        assertThat(received).isNotEmpty();
        assertThat(received).allSatisfy(request -> assertThat(request.headers().keySet())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(HEADERS_ON_THE_WIRE));
    }

    private List<ReceivedRequest> sentOf(String name, int rows) {
        home.drop(REPLACE, name, CustomerFile.of(name, rows).csv());
        home.receipt(REPLACE, name);
        return requests(REPLACE);
    }
}
