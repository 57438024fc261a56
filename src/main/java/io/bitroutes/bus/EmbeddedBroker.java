package io.bitroutes.bus;

import io.bitroutes.config.BusSettings;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * A broker in this process, for whoever has none: on the loopback address only, its journal below the state and forced to
 * disk at every commit. It never gives a message up, however often it was delivered.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String SCHEME = "embedded:";
    private static final long BYTES_IN_MEMORY = 32L << 20;
    private static final long BYTES_OF_A_PAGE = 4L << 20;
    private static final int MOST_DISK_USED_PERCENT = 95;
    private static final int THREADS = 8;

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    /** Whether the configured address asks for one. */
    public static boolean isWanted(BusSettings settings) {
        return settings.enabled() && settings.url().startsWith(SCHEME);
    }

    /**
     * Starts it; returns when it takes messages.
     *
     * @param state the folder below which its journal is kept
     * @throws IOException if it does not start: the port is taken, the folder cannot be written
     */
    public static EmbeddedBroker start(BusSettings settings, Path state) throws IOException {
        try {
            requireFree(Integer.parseInt(port(settings)));
            EmbeddedActiveMQ server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(settings, state.resolve("broker")));
            server.setSecurityManager(new OneUser(settings.login().username(), password(settings)));
            server.start();
            if (!server.getActiveMQServer().isActive()) {
                server.stop();
                throw new IOException("the broker does not take messages on " + settings.url());
            }
            return new EmbeddedBroker(server);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the broker " + settings.url() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static String port(BusSettings settings) {
        return settings.url().substring(SCHEME.length());
    }

    /** Artemis would say so with a page of its own. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    private static String password(BusSettings settings) throws JMSException {
        return SecretFile.read(settings.login().passwordFile());
    }

    private static Configuration configuration(BusSettings settings, Path folder) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("bitanswer-routes");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setNodeManagerLockDirectory(folder.resolve("lock").toString());
        configuration.setMaxDiskUsage(MOST_DISK_USED_PERCENT);
        configuration.setScheduledThreadPoolMaxSize(2);
        configuration.setThreadPoolMaxSize(THREADS);
        configuration.setSecurityEnabled(settings.login().username().isPresent());
        configuration.setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration(
                "loopback", "tcp://127.0.0.1:" + port(settings) + "?protocols=CORE,AMQP");
        configuration.addAddressSetting("#", addresses());
        return configuration;
    }

    /** More than fits in memory goes to pages on disk. A number of deliveries would count kills and outages as well. */
    private static AddressSettings addresses() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(BYTES_IN_MEMORY)
                .setPageSizeBytes((int) BYTES_OF_A_PAGE);
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the broker cannot be stopped: " + e.getMessage(), e);
        }
    }
}
