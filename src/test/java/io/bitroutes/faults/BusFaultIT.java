package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.it.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand messages on each kind of broker, while everything is killed that can be. */
@Timeout(1500)
class BusFaultIT {
    private static final BusWeather WEATHER =
            new BusWeather(new FaultFile.Mix(20_050, 50, 10, 2000), 10, 2, Duration.ofSeconds(30));

    /** No key comes twice where no order is kept. */
    private static final FaultFile.Mix UNORDERED = new FaultFile.Mix(20_050, 50, 10, 0);

    private static final BusWeather UNORDERED_WEATHER = new BusWeather(UNORDERED, 10, 2, Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private final Random random = Seed.of(BusFaultIT.class);

    @Test
    void artemisByItsOwnProtocol() throws Exception {
        try (FaultBroker artemis = new ArtemisFaultBroker("tcp", folder, WEATHER.deliveries())) {
            WEATHER.over(artemis, folder, random);
        }
    }

    @Test
    void artemisByAmqp() throws Exception {
        try (FaultBroker artemis = new ArtemisFaultBroker("amqp", folder, WEATHER.deliveries())) {
            WEATHER.over(artemis, folder, random);
        }
    }

    @Test
    void rabbitWithQueuesThatKeepTheirOrder() throws Exception {
        try (FaultBroker rabbit = RabbitFaultBroker.classic()) {
            WEATHER.over(rabbit, folder, random);
        }
    }

    @Test
    void rabbitWithQueuesThatGiveMessagesUp() throws Exception {
        try (FaultBroker rabbit = RabbitFaultBroker.quorum(UNORDERED_WEATHER.deliveries())) {
            UNORDERED_WEATHER.over(rabbit, folder, random);
        }
    }

    @Test
    void twoInstancesShareAQueueAndOneIsKilled() throws Exception {
        try (FaultBroker artemis = new ArtemisFaultBroker("tcp", folder, 2);
                BusRun run = new BusRun(folder, artemis, FaultFile.customers("two", UNORDERED, random))) {
            Program killed = run.start("killed");
            Program survivor = run.start("survivor");
            run.awaitProgress();
            assertThat(run.isComplete()).isFalse();
            run.kill(killed);
            long again = run.finishWithoutComplaint();
            System.out.printf("BusFaultIT: of two instances one was killed; %d records applied again%n", again);
            assertThat(survivor.errors()).doesNotContain("WARN");
        }
    }
}
