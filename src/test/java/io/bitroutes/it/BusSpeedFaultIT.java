package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ArtemisServer;
import io.bitroutes.FreePort;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Messages of one record from Artemis in another process, beside a loop that only receives and commits: as long as both
 * are new, and once both have taken as many.
 */
@Isolated("it is measured")
@Timeout(600)
class BusSpeedFaultIT {
    private static final int MESSAGES = Integer.getInteger("faults.bus-messages", 200_000);
    private static final int PART = 10_000;
    private static final int IN_FULL = 1000;
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx256m");
    /** The aim is 0.7: docs/measurements.md says how far it is. */
    private static final double LEAST_COLD = Double.parseDouble(System.getProperty("faults.bus-cold", "0.3"));

    private static final double LEAST_WARM = Double.parseDouble(System.getProperty("faults.bus-warm", "0.3"));

    /** What the server's compilers take is no part of it: so many bodies of customers that no message names. */
    private static final int WARMING_UP = 400;

    private static final int OTHERS = 20_000;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String QUEUE = "bitanswer.customers.replace";

    /** Records that came, a second, and what processor time each process took for one in the meantime. */
    private record Speed(long rate, double program, double broker, double server) {}

    @Test
    void oneRecordMessages(@TempDir Path folder) throws Exception {
        int port = FreePort.next();
        String url = "tcp://127.0.0.1:" + port;
        try (ArtemisServer artemis = ArtemisServer.start(port, folder.resolve("artemis"), -1);
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withKeepOracle(false))) {
            List.of("before", QUEUE, "after").forEach(queue -> fill(url, queue));
            warmUp(sandbox);
            BareReceiving loop = new BareReceiving(url, folder, JVM);
            BareReceiving.Speed before = loop.speed("before", MESSAGES);
            List<Speed> program = speeds(launch(folder, url, sandbox), sandbox, artemis);
            BareReceiving.Speed after = loop.speed("after", MESSAGES);

            double cold = program.get(0).rate() * 2.0 / (before.cold() + after.cold());
            double warm = program.get(1).rate() * 2.0 / (before.warm() + after.warm());
            System.out.printf(
                    "BusSpeedFaultIT: loop before %s, after %s%n  program cold %s = %.2f%n  program warm %s = %.2f%n",
                    before, after, program.get(0), cold, program.get(1), warm);
            assertThat(sandbox.state().customerCount()).isEqualTo(MESSAGES + OTHERS);
            assertThat(sandbox.requests())
                    .extracting(ReceivedRequest::records)
                    .hasSizeLessThan(2 * MESSAGES / IN_FULL + 10)
                    .allMatch(records -> records <= IN_FULL);
            assertThat(artemis.isAlive()).isTrue();
            assertThat(cold).isGreaterThanOrEqualTo(LEAST_COLD);
            assertThat(warm).isGreaterThanOrEqualTo(LEAST_WARM);
        }
    }

    private static void warmUp(Sandbox sandbox) throws Exception {
        new BareLoop(sandbox.baseUrl(), "sandbox")
                .post(IntStream.range(0, WARMING_UP)
                        .map(body -> body * IN_FULL % OTHERS)
                        .mapToObj(begin -> IntStream.range(begin, begin + IN_FULL)
                                .mapToObj(number -> customer("other", number))
                                .collect(Collectors.joining(",", "[", "]")))
                        .toList());
        assertThat(sandbox.state().customerCount()).isEqualTo(OTHERS);
        sandbox.clearRequests();
    }

    private static void fill(String url, String queue) {
        try (Queues queues = Queues.of(new ActiveMQConnectionFactory(url))) {
            for (int begin = 0; begin < 2 * MESSAGES; begin += PART) {
                queues.send(
                        queue,
                        IntStream.range(begin, begin + PART)
                                .mapToObj(BusSpeedFaultIT::customer)
                                .toList());
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second half names the same ones as the first: what a server holds is not measured. */
    private static String customer(int message) {
        return customer("customer", message % MESSAGES);
    }

    private static String customer(String kind, int number) {
        return "{\"name\":\"" + kind + "-" + number + "\",\"description\":\"说明 " + number
                + "\",\"city\":\"北京\",\"email\":\"c" + number + "@example.com\"}";
    }

    /** Of the first half of the messages, and of the second; the start is none of it. */
    private static List<Speed> speeds(Launch launch, Sandbox sandbox, ArtemisServer artemis) throws IOException {
        try (Program program = launch.start()) {
            List<Speed> speeds = new ArrayList<>();
            for (int half = 1; half <= 2; half++) {
                Duration[] before = processorTimes(program, artemis);
                int all = half * MESSAGES;
                Waiting.until("all landed", LONGEST, () -> records(sandbox.requests()) >= all);
                assertThat(program.isAlive()).isTrue();
                Duration[] after = processorTimes(program, artemis);
                speeds.add(new Speed(
                        rate(sandbox.requests(), all - MESSAGES, all),
                        microseconds(before[0], after[0]),
                        microseconds(before[1], after[1]),
                        microseconds(before[2], after[2])));
            }
            return speeds;
        }
    }

    private static Duration[] processorTimes(Program program, ArtemisServer artemis) {
        return new Duration[] {
            ProcessorTime.of(program.pid()),
            ProcessorTime.of(artemis.pid()),
            ProcessorTime.of(ProcessHandle.current().pid())
        };
    }

    private static double microseconds(Duration before, Duration after) {
        return after.minus(before).toNanos() / 1000.0 / MESSAGES;
    }

    private static int records(List<ReceivedRequest> requests) {
        return requests.stream().mapToInt(ReceivedRequest::records).sum();
    }

    /** Of the records between these numbers, from the request that brought the first of them to that of the last. */
    private static long rate(List<ReceivedRequest> requests, int from, int to) {
        int first = indexOf(requests, from);
        int last = indexOf(requests, to - 1);
        Duration took = Duration.between(
                requests.get(first).receivedAt(), requests.get(last).receivedAt());
        return records(requests.subList(first + 1, last + 1)) * 1000L / Math.max(1, took.toMillis());
    }

    private static int indexOf(List<ReceivedRequest> requests, int record) {
        int index = 0;
        int passed = requests.get(0).records();
        while (passed <= record) {
            index++;
            passed += requests.get(index).records();
        }
        return index;
    }

    private static Launch launch(Path folder, String url, Sandbox sandbox) {
        Launch launch = Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("BUS", "jms")
                .with("JMS_URL", url)
                .with("JMS_OPERATIONS", "customers.replace");
        for (String option : JVM) {
            launch = launch.withJvmOption(option);
        }
        return launch;
    }
}
