package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    @TempDir
    Path folder;

    @Test
    void withoutAKeyItSaysWhereToGetOneAndHowToTryTheDemo() throws IOException {
        assertRefused(
                Launch.in(folder),
                "neither bitanswer.bitkey nor bitanswer.bitkey-file is given; ask the administrator of your BitAnswer"
                        + " account for the key of the back-office API. To try this without one:"
                        + " java -jar bitanswer-routes.jar demo");
    }

    @Test
    void whereChineseFileNamesCannotBeSeenItSaysWhatToSet() throws IOException {
        assertRefused(
                Launch.in(folder).with("BITKEY", "key").withEnvironment("LC_ALL", "C"),
                "This JVM cannot see Chinese file names (sun.jnu.encoding is ANSI_X3.4-1968)."
                        + " Start it with LC_ALL=C.UTF-8 in the environment.");
    }

    private static void assertRefused(Launch launch, String why) throws IOException {
        try (Program program = launch.spawn()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output()).isEmpty();
            assertThat(program.errors()).isEqualTo(why + "\n");
            assertThat(launch.home().root()).doesNotExist();
        }
    }
}
