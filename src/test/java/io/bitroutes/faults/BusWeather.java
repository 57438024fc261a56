package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.it.Program;
import io.bitroutes.it.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * What happens while messages are worked: BitAnswer is away for once, the program is killed, the broker goes away.
 *
 * @param mix of the messages
 * @param kills how often the program is killed
 * @param restarts how often the broker is away
 * @param outage how long BitAnswer is
 */
record BusWeather(FaultFile.Mix mix, int kills, int restarts, Duration outage) {
    private static final int SPARE_DELIVERIES = 3;
    private static final int LONGEST_LIFE_MILLISECONDS = 1_500;

    /** Each kill and each loss of the broker may cost one delivery, the outage none; three are spared. */
    int deliveries() {
        return 1 + kills + restarts + SPARE_DELIVERIES;
    }

    /** Every record is confirmed or a dead letter, and the rows of a key stay in order. */
    void over(FaultBroker broker, Path folder, Random random) throws Exception {
        try (BusRun run = new BusRun(folder, broker, FaultFile.customers("bus", mix, random))) {
            Program program = run.start("one");
            run.awaitProgress();
            run.outage(outage, program);
            int early = 0;
            for (int step = 0; step < Math.max(kills, restarts); step++) {
                run.awaitProgress();
                early += run.isComplete() ? 0 : 1;
                if (step < restarts) {
                    run.breakBroker();
                    run.awaitProgress();
                }
                if (step < kills) {
                    live(random);
                    run.kill(program);
                    program = run.start("one");
                }
            }
            long again = run.finishWithoutComplaint();
            System.out.printf(
                    "BusWeather: %s: %d messages, %d kills, %d losses of the broker, %d of them in the middle;"
                            + " %d records applied again%n",
                    broker.url(), mix.rows(), kills, restarts, early, again);
            assertThat(early).isPositive();
        }
    }

    private static void live(Random random) {
        long until = System.nanoTime()
                + Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLISECONDS)).toNanos();
        Waiting.until("the moment", () -> System.nanoTime() >= until);
    }
}
