package io.bitroutes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Artemis in a process of its own, as a company runs it: it can be ended at any moment, and started again. */
public final class ArtemisServer implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;

    private ArtemisServer(Process process) {
        this.process = process;
    }

    /**
     * Starts it; returns when it takes messages.
     *
     * @param deliveries after how many it gives a message up
     */
    public static ArtemisServer start(int port, Path folder, int deliveries) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArtemisServer.class.getName(),
                        String.valueOf(port),
                        folder.toString(),
                        String.valueOf(deliveries))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (String line = process.inputReader().readLine();
                !READY.equals(line);
                line = process.inputReader().readLine()) {
            if (line == null) {
                throw new IOException("Artemis does not start");
            }
        }
        return new ArtemisServer(process);
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        Path folder = Path.of(arguments[1]);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setSecurityEnabled(false);
        configuration.addAcceptorConfiguration("loopback", "tcp://127.0.0.1:" + arguments[0] + "?protocols=CORE,AMQP");
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(Integer.parseInt(arguments[2]))
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.start();
        System.out.println(READY);
    }

    /** Its number at the operating system. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            process.inputReader().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
