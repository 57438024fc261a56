package io.bitroutes.it;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    private static final Duration LONGEST_END = Duration.ofSeconds(12);

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

    @Test
    void whereThePortOfItsBrokerIsTakenItSaysSoInOneLineAndEnds() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = withBroker(taken.getLocalPort()).spawn()) {
            String why = "the broker in this process cannot be started on embedded:" + taken.getLocalPort()
                    + ": Address already in use. Another program uses that port, or the folder of the state cannot be"
                    + " written: set bitanswer.jms.url to another port or to a broker of your own.\n";
            Waiting.until("the reason", () -> program.errors().endsWith(why));

            assertThat(program.exitCode(LONGEST_END)).isEqualTo(2);
            assertThat(program.errors()).isEqualTo(why);
        }
    }

    @Test
    void whoIsToldToEndWhileItStartsEnds() throws IOException {
        Launch launch = withBroker(FreePort.next());
        Path lockOfTheBroker = launch.home().root().resolve(Path.of("state", "broker", "lock", "server.lock"));
        Files.createDirectories(lockOfTheBroker.getParent());
        Path inbox = launch.home().inbox(CustomerFile.REPLACE, "any.csv").getParent();
        try (FileChannel channel = FileChannel.open(lockOfTheBroker, CREATE_NEW, WRITE)) {
            channel.lock();
            try (Program program = launch.spawn()) {
                Waiting.until("the inboxes", () -> Files.isDirectory(inbox));
                Files.writeString(inbox.resolve("broken.json"), "[{");
                // The routes run, and the broker waits for its lock.
                launch.home().error(CustomerFile.REPLACE, "broken");

                assertThat(program.terminate()).isLessThan(LONGEST_END);
                assertThat(program.output()).isEmpty();
            }
        }
    }

    @Test
    void aHomeThatIsNotMountedIsNotMadeAgain() throws IOException {
        Path state = folder.resolve("state");
        Launch launch = Launch.in(folder)
                .with("BASE_URL", "http://127.0.0.1:1")
                .with("BITKEY", "key")
                .with("STATE", state.toString());
        Path home = launch.home().root();
        try (Program program = launch.start()) {
            program.terminate();
        }
        Files.move(home, folder.resolve("away"));
        Files.createDirectory(home);
        String why =
                "the home " + home + " is not the one that was used before: there is no file .bitanswer-home in it.";

        try (Program program = launch.spawn();
                Program check = launch.spawn("check")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors()).startsWith(why).hasLineCount(1);
            assertThat(home).isEmptyDirectory();
            check.exitCode();
            assertThat(check.output()).contains("WRONG  home: " + why);
        }
        Files.delete(home);
        Files.move(folder.resolve("away"), home);
        try (Program program = launch.start()) {
            assertThat(program.isAlive()).isTrue();
        }
    }

    private Launch withBroker(int port) {
        return Launch.in(folder)
                .with("BASE_URL", "http://127.0.0.1:1")
                .with("BITKEY", "key")
                .with("BUS", "jms")
                .with("JMS_URL", "embedded:" + port);
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
