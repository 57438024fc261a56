package io.bitroutes.it;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cut of the long suite of the bus. */
@Timeout(120)
class BusKillsIT {
    @Test
    void nothingIsLost(@TempDir Path folder) throws Exception {
        new BusWeather(602, 2, 1, 1, Duration.ofSeconds(1)).run(folder);
    }
}
