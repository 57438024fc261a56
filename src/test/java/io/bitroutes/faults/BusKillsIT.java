package io.bitroutes.faults;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cut of the long suite of the bus. */
@Timeout(300)
class BusKillsIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(1000, 1, 1, 80);

    @Test
    void nothingIsLost(@TempDir Path folder) throws Exception {
        BusWeather weather = new BusWeather(MIX, 1, 1, Duration.ofSeconds(1));
        try (FaultBroker artemis = new ArtemisFaultBroker("tcp", folder, weather.deliveries())) {
            weather.over(artemis, folder, Seed.of(BusKillsIT.class));
        }
    }
}
