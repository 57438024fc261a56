package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.config.BusSettings.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusSettingsTest {
    private static final String URLS =
            "embedded:61616, tcp://host:port, ssl://, amqp://, amqps://, rabbitmq://, rabbitmqs:// or bean:name,"
                    + " without user and password";
    private static final String QUEUES =
            "operation=queue with commas between them, such as customers.replace=CRM.CUSTOMERS, or none;"
                    + " ask and deadletter can be named too";

    @TempDir
    private Path folder;

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().bus())
                .isEqualTo(new BusSettings(
                        false,
                        "embedded:61616",
                        new Login(Optional.empty(), Optional.empty()),
                        new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true),
                        "bitanswer.",
                        Map.of(),
                        List.of("all"),
                        1,
                        Duration.ofMillis(500),
                        8,
                        Map.of()));
    }

    @Test
    void fullMapping() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "secret");
        BusSettings bus = Configured.with(
                        "bus", "jms",
                        "jms.url", "ssl://a:61616,ssl://b:61616",
                        "jms.username", "me",
                        "jms.password-file", file.toString(),
                        "jms.tls.trust-store", file.toString(),
                        "jms.tls.trust-store-password-file", file.toString(),
                        "jms.tls.key-store", file.toString(),
                        "jms.tls.key-store-password-file", file.toString(),
                        "jms.tls.verify-host", "false",
                        "jms.prefix", "crm.",
                        "jms.queues", "customers.replace=CRM.IN, deadletter=CRM.DEAD",
                        "jms.operations", "customers.replace",
                        "jms.consumers", "4",
                        "jms.linger", "2s",
                        "jms.bodies", "16")
                .bus();

        Optional<Path> secret = Optional.of(file);
        assertThat(bus)
                .isEqualTo(new BusSettings(
                        true,
                        "ssl://a:61616,ssl://b:61616",
                        new Login(Optional.of("me"), secret),
                        new TlsSettings(secret, secret, secret, secret, false),
                        "crm.",
                        Map.of("customers.replace", "CRM.IN", "deadletter", "CRM.DEAD"),
                        List.of("customers.replace"),
                        4,
                        Duration.ofSeconds(2),
                        16,
                        Map.of()));
    }

    @Test
    void anAssignedNameComesBeforeTheMadeOne() throws ConfigException {
        BusSettings bus =
                Configured.with("jms.queues", "customers.replace=CRM.IN").bus();

        assertThat(bus.queue("customers.replace")).isEqualTo("CRM.IN");
        assertThat(bus.queue("product.create")).isEqualTo("bitanswer.product.create");
        assertThat(bus.queue("deadletter")).isEqualTo("bitanswer.deadletter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded:1",
                "embedded:65535",
                "tcp://a:61616",
                "tcp://a:1,tcp://b:2",
                "(tcp://a:1,tcp://b:2)?ha=true",
                "amqp://a",
                "amqps://a:5671?x=y",
                "failover:(amqp://a:5672,amqp://b:5672)?failover.x=1",
                "rabbitmq://a:5672/vhost",
                "rabbitmqs://a"
            })
    void brokers(String url) throws ConfigException {
        assertThat(Configured.with("jms.url", url).bus().url()).isEqualTo(url);
    }

    @Test
    void aBeanMustBeMadeByTheConfiguration() throws ConfigException {
        assertThat(Configured.problems("bus", "jms", "jms.url", "bean:mq"))
                .containsExactly("bitanswer.jms.url is 'bean:mq' (set by the program); expected a bean that the"
                        + " configuration makes, such as camel.beans.name=#class:com.example.ConnectionFactory");
        ConfigSources sources = Configured.sources("bus", "jms", "jms.url", "bean:mq")
                .with(Map.of("camel.beans.mq", "#class:com.example.Factory", "camel.beans.mq.host", "a"));

        assertThat(Settings.from(sources).bus().beans())
                .containsOnly(
                        Map.entry("camel.beans.mq", "#class:com.example.Factory"),
                        Map.entry("camel.beans.mq.host", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jms.password-file", "jms.tls.trust-store", "jms.tls.key-store-password-file"})
    void aFileThatIsNamedMustBeThere(String key) {
        Path file = folder.resolve("none");

        assertThat(Configured.problems("bus", "jms", key, file.toString()))
                .containsExactly(
                        "bitanswer." + key + " is '" + file + "' (set by the program); expected an existing file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bus | kafka | one of none, jms",
                "jms.url | http://a | " + URLS,
                "jms.url | embedded:0 | " + URLS,
                "jms.url | embedded:65536 | " + URLS,
                "jms.url | amqp:a | " + URLS,
                "jms.prefix | a b | letters, digits and . _ - : / $ #, at most 200",
                "jms.queues | customers.replace | " + QUEUES,
                "jms.queues | ask=a, ask=b | " + QUEUES,
                "jms.operations | everything | operation ids with commas between them, all, or none",
                "jms.consumers | 0 | a whole number from 1 to 16",
                "jms.linger | 0ms | 'a duration from 1ms to 1m, such as 200ms, 5s, 2m, 1h or 1d'",
                "jms.bodies | 257 | a whole number from 1 to 256",
                "jms.tls.verify-host | no | one of true, false",
            })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }

    @Test
    void neitherUserNorPasswordStandInTheAddress() {
        assertThat(Configured.problems("jms.url", "tcp://me:secret@a:61616"))
                .containsExactly("bitanswer.jms.url is 'tcp://…@a:61616' (set by the program); expected " + URLS);
    }
}
