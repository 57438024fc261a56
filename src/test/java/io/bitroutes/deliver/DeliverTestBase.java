package io.bitroutes.deliver;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Delivers batches to a sandbox over real HTTP, with a ledger on disk. */
@Timeout(60)
abstract class DeliverTestBase {
    static final Operations OPERATIONS = Operations.load();
    private static final int MOST_REQUESTS = 400;
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    Path folder;

    final Gate gate = new Gate();
    Sandbox sandbox;
    ApiClient client;
    OutcomeLedger ledger;
    private LedgerDatabase database;
    private Deliverer deliverer;

    @BeforeEach
    void start() throws IOException {
        database = LedgerDatabase.inFolder(folder.resolve("state"));
        ledger = new OutcomeLedger(database);
        startSandbox();
    }

    @AfterEach
    void end() {
        gate.stop();
        sandbox.close();
        database.close();
    }

    /** Starts a sandbox, in place of the one without quirks. */
    void startSandbox(Quirks... quirks) throws IOException {
        if (sandbox != null) {
            sandbox.close();
        }
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true).with(quirks));
        client = HttpTransport.client(sandbox.baseUrl(), gate);
        limitRequests(MOST_REQUESTS);
    }

    void limitRequests(int most) {
        deliverer = new Deliverer(client, OPERATIONS, ledger, most, TEXTS, Clock.systemUTC());
    }

    /** The only batch of these records. */
    Batch batch(String operation, List<Map<String, Object>> records) throws IOException {
        return batches(operation, 1000, records).get(0);
    }

    List<Batch> batches(String operation, int size, List<Map<String, Object>> records) throws IOException {
        return Batches.of(folder.resolve("working"), OPERATIONS.get(operation), size, records);
    }

    void deliver(Batch batch) throws InterruptedException {
        deliver(batch, false);
    }

    /** As in a later run, after one that got no answer. */
    void deliverAgain(Batch batch) throws InterruptedException {
        deliver(batch, true);
    }

    private void deliver(Batch batch, boolean sentBefore) throws InterruptedException {
        deliverer.deliver(Shipment.of(batch, sentBefore, new Fence().take(Set.of()), () -> {}));
    }

    Deliverer deliverer() {
        return deliverer;
    }

    OutcomeLedger.Tally tally() {
        return ledger.tally(Batches.JOB);
    }

    List<Verdict> verdicts() {
        return ledger.verdicts(Batches.JOB, EnumSet.allOf(Code.class), Long.MIN_VALUE, 10_000);
    }

    /** The requests of an operation so far. */
    List<ReceivedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> request.is(operation))
                .toList();
    }

    List<String> ids(String operation) {
        return requests(operation).stream()
                .map(request -> request.requestId().orElseThrow())
                .toList();
    }

    /** Customers c0, c1 ... with a city. */
    static List<Map<String, Object>> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> Batches.record("name", "c" + index, "city", "上海"))
                .toList();
    }

    static List<Map<String, Object>> named(String... names) {
        return Arrays.stream(names).map(name -> Batches.record("name", name)).toList();
    }

    /** Puts customers c0, c1 ... there, but not those. */
    void seedCustomers(int count, String... absent) {
        List<Map<String, Object>> there = new ArrayList<>(customers(count));
        there.removeIf(customer -> List.of(absent).contains(customer.get("name")));
        there.forEach(customer -> sandbox.state().seedCustomer(Map.of("name", customer.get("name"))));
    }
}
