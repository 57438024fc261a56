package io.bitroutes.faults;

import io.bitroutes.it.BusWeather;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand messages, while everything is killed that can be. */
@Timeout(900)
class BusFaultIT {
    @Test
    void nothingIsLost(@TempDir Path folder) throws Exception {
        new BusWeather(20_050, 50, 10, 2, Duration.ofSeconds(30)).run(folder);
    }
}
