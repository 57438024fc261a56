package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.faults.FaultRow.Fate;
import io.bitroutes.it.Launch;
import io.bitroutes.it.Program;
import io.bitroutes.it.Queues;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.AppliedRecord;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a file as messages, one each, beside one sandbox; and what is to be said of it in the end. */
final class BusRun implements AutoCloseable {
    private static final String BITKEY = "sandbox";
    private static final String CREATE = "product.create";
    private static final int PRODUCTS = 40;
    private static final Duration DRAIN = Duration.ofMinutes(12);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final FaultBroker broker;
    private final FaultFile file;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Set<Integer> guilty;
    private final Sandbox sandbox;
    private final List<Program> programs = new ArrayList<>();
    private Lives lives = Lives.ONE;

    BusRun(Path folder, FaultBroker broker, FaultFile file) throws IOException, JMSException {
        this.folder = folder;
        this.broker = broker;
        this.file = file;
        this.guilty = new TreeSet<>(file.numbers(Fate.POISON));
        guilty.addAll(file.numbers(Fate.INVALID));
        this.sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(BITKEY));
        sandbox.state().seedCustomer(Map.of("name", "owner", "referenceId", FaultFile.TAKEN));
        sandbox.faults().every(2, Fault.delayBeforeApplying(Duration.ofMillis(100)));
        fill();
    }

    private void fill() throws JMSException {
        file.rows().forEach(row -> texts.put(row.number(), json(new TreeMap<>(row.values()))));
        try (Queues queues = broker.queues()) {
            queues.send(
                    queue(file.operation()),
                    file.rows().stream().map(row -> texts.get(row.number())).toList());
            queues.send(
                    queue(CREATE),
                    IntStream.range(0, PRODUCTS)
                            .mapToObj(number -> json(Map.of("productName", "P" + number)))
                            .toList());
        }
    }

    private String queue(String operation) {
        return broker.prefix() + operation;
    }

    private static String json(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one more program, with a home of its own for each name. */
    Program start(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Program program = Launch.in(home)
                .against(sandbox, BITKEY)
                .with("BUS", "jms")
                .with("JMS_URL", broker.url())
                .with("JMS_PREFIX", broker.prefix())
                .with("JMS_LINGER", "100ms")
                .with("JMS_OPERATIONS", file.operation() + "," + CREATE)
                .with("BATCH_SIZE", "200")
                .start();
        programs.add(program);
        return program;
    }

    void awaitProgress() {
        int before = sandbox.oracle().size();
        Waiting.until("progress", () -> sandbox.oracle().size() > before || isComplete());
    }

    void kill(Program program) {
        program.kill();
        endLife();
    }

    /** Until nobody works any more on what was received before: only then may it come again. */
    void breakBroker() throws IOException {
        broker.takeAway();
        awaitSilence();
        endLife();
        broker.giveBack();
    }

    private void awaitSilence() {
        long[] last = {sandbox.requests().size(), System.nanoTime()};
        Waiting.until("silence", () -> {
            if (sandbox.requests().size() != last[0]) {
                last[0] = sandbox.requests().size();
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > SILENCE.toNanos();
        });
    }

    private void endLife() {
        lives = lives.endedAt(sandbox.requests().size());
    }

    /** Nothing is received meanwhile, and nothing comes back. */
    void outage(Duration length, Program program) {
        sandbox.faults().serverDown();
        Waiting.during(length, "alive in the outage", program::isAlive);
        sandbox.faults().serverUp();
    }

    boolean isComplete() {
        return sandbox.state().products().size() == PRODUCTS
                && file.rows().stream()
                        .filter(row -> row.fate() == Fate.GOOD)
                        .collect(Collectors.toMap(FaultRow::key, row -> row, (one, later) -> later))
                        .values()
                        .stream()
                        .allMatch(row -> sandbox.state()
                                .customer(row.key())
                                .filter(held -> row.values().get("description").equals(held.get("description")))
                                .isPresent());
    }

    /** Waits until all is done; nothing is to be complained of. How many records were applied again. */
    long finishWithoutComplaint() throws JMSException {
        Waiting.until("all is there", DRAIN, this::isComplete);
        List<Complaint> complaints = new ArrayList<>();
        DeadLetters letters;
        try (Queues queues = broker.queues()) {
            letters = DeadLetters.of(queues, queue("deadletter"), texts, guilty);
            awaitSilence();
            programs.forEach(Program::terminate);
            for (String operation : List.of(file.operation(), CREATE)) {
                if (queues.poll(queue(operation), 1) != null) {
                    complaints.add(new Complaint(Kind.LEFT_OVER, "a message of " + operation));
                }
            }
        }
        complaints.addAll(letters.complaints());
        OracleCheck oracle = new OracleCheck(
                file, letters.returned(), sandbox.oracle(), sandbox.state().customers(), lives);
        complaints.addAll(oracle.complaints(Promise.FULL));
        complaints.addAll(RequestsCheck.of(sandbox.requests()));
        complaints.addAll(createdTwice());
        assertThat(complaints).as(this::logged).isEmpty();
        return oracle.appliedAgain();
    }

    private List<Complaint> createdTwice() {
        Map<String, Long> created = sandbox.oracle().stream()
                .filter(record -> record.operation().equals(CREATE))
                .collect(Collectors.groupingBy(AppliedRecord::key, Collectors.counting()));
        return created.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> new Complaint(Kind.APPLIED_TWICE, "product " + entry))
                .toList();
    }

    private String logged() {
        return programs.stream().map(Program::errors).collect(Collectors.joining("\n---\n", "logged:\n", ""));
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
        sandbox.close();
    }
}
