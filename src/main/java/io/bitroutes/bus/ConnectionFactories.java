package io.bitroutes.bus;

import com.rabbitmq.jms.admin.RMQConnectionFactory;
import io.bitroutes.config.BusSettings;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Finds the client that an address asks for. */
public final class ConnectionFactories {
    private static final String EMBEDDED = "embedded:";
    private static final String BEAN = "bean:";
    private static final String RABBIT = "rabbitmq";

    private final BusSettings settings;
    private final Function<String, Optional<ConnectionFactory>> beans;

    /** @param beans the connection factories that the configuration makes, by name */
    public ConnectionFactories(BusSettings settings, Function<String, Optional<ConnectionFactory>> beans) {
        this.settings = settings;
        this.beans = beans;
    }

    /**
     * The broker at the configured address; nothing is connected to yet.
     *
     * @throws JMSException if the address cannot be used, or a key store, or there is no such bean
     */
    public Broker broker() throws JMSException {
        String url = settings.url();
        if (url.startsWith(RABBIT)) {
            return new RabbitBroker(rabbit(), settings.login(), url);
        }
        return new JmsBroker(factory(url), settings.login(), url);
    }

    private ConnectionFactory factory(String url) throws JMSException {
        if (url.startsWith(EMBEDDED)) {
            return ArtemisFactory.of("tcp://127.0.0.1:" + url.substring(EMBEDDED.length()), settings.tls());
        }
        if (url.startsWith(BEAN)) {
            String name = url.substring(BEAN.length());
            return beans.apply(name)
                    .orElseThrow(
                            () -> new JMSException("camel.beans." + name + " is no jakarta.jms.ConnectionFactory"));
        }
        return url.contains("amqp") ? amqp(url) : ArtemisFactory.of(url, settings.tls());
    }

    private ConnectionFactory amqp(String url) throws JMSException {
        JmsConnectionFactory factory = new JmsConnectionFactory(url);
        // No object of a message is ever made here; this says so to the client as well.
        factory.setDeserializationPolicy(new NoDeserialization());
        if (url.contains("amqps:")) {
            factory.setSslContext(TlsContext.of(settings.tls()));
        }
        return factory;
    }

    private RMQConnectionFactory rabbit() throws JMSException {
        RMQConnectionFactory factory = new RMQConnectionFactory();
        List<String> uris = Arrays.stream(settings.url().split(",", -1))
                .map(uri -> uri.strip().replaceFirst("^rabbitmq", "amqp"))
                .toList();
        factory.setUris(uris);
        factory.setTrustedPackages(List.of());
        if (uris.get(0).startsWith("amqps:")) {
            factory.useSslProtocol(TlsContext.of(settings.tls()));
            factory.setHostnameVerification(settings.tls().verifyHost());
        }
        return factory;
    }
}
