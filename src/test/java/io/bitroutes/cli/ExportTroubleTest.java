package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What becomes of an export while the server is in trouble, or refuses. */
class ExportTroubleTest extends ExportTestBase {
    @Test
    void whatPassesIsTriedAgain() throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(1500));
        sandbox.faults().next(Fault.http(503));
        sandbox.faults().next(Fault.resetBeforeApplying());
        sandbox.faults().next(Fault.truncated());
        sandbox.faults().next(Fault.html(502));

        export(context, order("customers.list", ExportFormat.JSON), file(ExportFormat.JSON));

        assertThat(ExportedFile.records(folder, ExportFormat.JSON)).hasSize(1500);
    }

    @Test
    void aRefusalWithoutTheKeyIsNoRefusal() throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(1500));
        sandbox.faults().next(3, Fault.status(401, "no such key"));

        export(context, order("customers.list", ExportFormat.JSON), file(ExportFormat.JSON));

        assertThat(ExportedFile.records(folder, ExportFormat.JSON)).hasSize(1500);
    }

    @Test
    void aRefusalInTheMiddleLeavesTheOlderFileAlone() throws IOException {
        sandbox.state().seedCustomers(customers(2345));
        Path file = Files.writeString(file(ExportFormat.CSV), "old");
        sandbox.faults().next(9, Fault.status(17, "not today"), request -> request.path()
                .contains("offset=999&"));

        assertThatThrownBy(() -> export(context, order("customers.list", ExportFormat.CSV), file))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "BitAnswer refuses customers.list (GET /customers?offset=999&limit=1000): status 17: not today");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
