package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ArtemisServer;
import io.bitroutes.FreePort;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Rounds of messages of one record from Artemis in another process, beside a loop that only receives and commits: the two
 * take turns, each from a full queue. The first round is that of new processes. BitAnswer is on another machine in earnest,
 * so the server here does as little as can be.
 */
@Isolated("it is measured")
@Timeout(600)
class BusSpeedFaultIT {
    private static final int MESSAGES = Integer.getInteger("faults.bus-messages", 200_000);
    /** What the compilers of Java take is spent by then. */
    private static final int WARMING_UP = 4;

    private static final int MEASURED = 7;
    private static final int SENT_TOGETHER = 10_000;
    private static final int IN_FULL = 1000;
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx256m");
    private static final double LEAST_COLD = Double.parseDouble(System.getProperty("faults.bus-cold", "0.5"));
    private static final double LEAST_WARM = Double.parseDouble(System.getProperty("faults.bus-warm", "0.7"));

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String QUEUE = "bitanswer.customers.replace";
    private static final String LOOPS_QUEUE = "loop";
    private static final Pattern NAME = Pattern.compile("\"name\":\"customer-\\d+\"");

    /** Of one round, how many a second; and what processor time the program and the broker took for one message. */
    private record Round(long loop, long program, double programTime, double brokerTime) {
        double ratio() {
            return (double) program / loop;
        }
    }

    @Test
    void oneRecordMessages(@TempDir Path folder) throws Exception {
        int port = FreePort.next();
        String url = "tcp://127.0.0.1:" + port;
        try (ArtemisServer artemis = ArtemisServer.start(port, folder.resolve("artemis"), -1);
                ListingServer server = ListingServer.start();
                BareReceiving loop = BareReceiving.start(url, LOOPS_QUEUE, MESSAGES, folder, JVM);
                Program program = launch(folder, url, server).start();
                HeldQueue loops = new HeldQueue(url, LOOPS_QUEUE);
                HeldQueue programs = new HeldQueue(url, QUEUE)) {
            List<Round> rounds = new ArrayList<>();
            for (int number = 1; number <= WARMING_UP + MEASURED; number++) {
                fill(loops, number);
                long raw = loop.rate(number);
                fill(programs, number);
                Duration[] before = processorTimes(program, artemis);
                long rate = rate(server, number);
                Duration[] after = processorTimes(program, artemis);
                rounds.add(new Round(raw, rate, microseconds(before[0], after[0]), microseconds(before[1], after[1])));
                System.out.printf(
                        "BusSpeedFaultIT: %.2f %s%n", rounds.get(number - 1).ratio(), rounds.get(number - 1));
            }
            assertAllCame(server.arrivals());
            assertThat(rounds.get(0).ratio()).isGreaterThanOrEqualTo(LEAST_COLD);
            assertThat(warm(rounds)).isGreaterThanOrEqualTo(LEAST_WARM);
        }
    }

    /** The one in the middle of those that are measured. */
    private static double warm(List<Round> rounds) {
        double[] ratios = rounds.stream()
                .skip(WARMING_UP)
                .mapToDouble(Round::ratio)
                .sorted()
                .toArray();
        return ratios[MEASURED / 2];
    }

    private static void fill(HeldQueue queue, int round) throws JMSException {
        queue.hold();
        int end = round * MESSAGES;
        for (int begin = end - MESSAGES; begin < end; begin += SENT_TOGETHER) {
            queue.fill(IntStream.range(begin, begin + SENT_TOGETHER)
                    .mapToObj(BusSpeedFaultIT::customer)
                    .toList());
        }
        queue.giveFree();
    }

    private static String customer(int number) {
        return "{\"name\":\"customer-" + number + "\",\"description\":\"说明 " + number
                + "\",\"city\":\"北京\",\"email\":\"c" + number + "@example.com\"}";
    }

    /** From the first body of the round to the last; waits for that. */
    private static long rate(ListingServer server, int round) {
        Waiting.until("all landed", LONGEST, () -> records(server.arrivals()) >= round * MESSAGES);
        List<ListingServer.Arrival> arrivals = server.arrivals();
        List<ListingServer.Arrival> those = new ArrayList<>();
        for (int index = arrivals.size() - 1; records(those) < MESSAGES; index--) {
            those.add(0, arrivals.get(index));
        }
        long took = those.get(those.size() - 1).at() - those.get(0).at();
        return 1_000_000_000L * records(those.subList(1, those.size())) / took;
    }

    private static int records(List<ListingServer.Arrival> arrivals) {
        return arrivals.stream().mapToInt(ListingServer.Arrival::records).sum();
    }

    private static Duration[] processorTimes(Program program, ArtemisServer artemis) {
        return new Duration[] {ProcessorTime.of(program.pid()), ProcessorTime.of(artemis.pid())};
    }

    private static double microseconds(Duration before, Duration after) {
        return after.minus(before).toNanos() / 1000.0 / MESSAGES;
    }

    private static void assertAllCame(List<ListingServer.Arrival> arrivals) {
        int all = (WARMING_UP + MEASURED) * MESSAGES;
        assertThat(arrivals).hasSizeLessThan(all / IN_FULL + 10).allMatch(arrival -> arrival.records() <= IN_FULL);
        assertThat(arrivals.stream()
                        .flatMap(arrival -> NAME.matcher(arrival.text()).results())
                        .map(MatchResult::group)
                        .distinct()
                        .count())
                .isEqualTo(all);
    }

    private static Launch launch(Path folder, String url, ListingServer server) {
        Launch launch = Launch.in(folder)
                .with("BASE_URL", server.baseUrl().toString())
                .with("BITKEY", "sandbox")
                .with("BUS", "jms")
                .with("JMS_URL", url)
                .with("JMS_OPERATIONS", "customers.replace");
        for (String option : JVM) {
            launch = launch.withJvmOption(option);
        }
        return launch;
    }
}
