package io.bitroutes.bus;

import io.bitroutes.config.TlsSettings;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Artemis by its own protocol: {@code tcp://a:61616,ssl://b:61617}, tried in turn. */
final class ArtemisFactory {
    private static final String NO_CLASS = "*";
    private static final int DEFAULT_PORT = 61_616;

    private ArtemisFactory() {}

    static ConnectionFactory of(String url, TlsSettings tls) throws JMSException {
        // What stands behind the closing bracket of a list is for the client's own reconnecting, which is not used.
        String members = url.replaceFirst("\\).*$", "").replaceFirst("^\\(", "");
        TransportConfiguration[] connectors = Arrays.stream(members.split(",", -1))
                .map(member -> connector(URI.create(member.strip()), tls))
                .toArray(TransportConfiguration[]::new);
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(false, connectors);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setUseTopologyForLoadBalancing(false);
        factory.setDeserializationDenyList(NO_CLASS);
        if (!tls.trustStorePasswordFile().isEmpty()
                || !tls.keyStorePasswordFile().isEmpty()) {
            addPasswords(connectors, tls);
        }
        return factory;
    }

    private static TransportConfiguration connector(URI member, TlsSettings tls) {
        Map<String, Object> parameters = new HashMap<>();
        if (member.getQuery() != null) {
            Arrays.stream(member.getQuery().split("[&;]", -1))
                    .map(parameter -> parameter.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> parameters.put(pair[0], pair[1]));
        }
        parameters.put(TransportConstants.HOST_PROP_NAME, member.getHost());
        parameters.put(TransportConstants.PORT_PROP_NAME, member.getPort() < 0 ? DEFAULT_PORT : member.getPort());
        if ("ssl".equals(member.getScheme())) {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, tls.verifyHost());
            put(parameters, TransportConstants.TRUSTSTORE_PATH_PROP_NAME, tls.trustStore());
            put(parameters, TransportConstants.KEYSTORE_PATH_PROP_NAME, tls.keyStore());
        }
        return new TransportConfiguration(NettyConnectorFactory.class.getName(), parameters);
    }

    private static void addPasswords(TransportConfiguration[] connectors, TlsSettings tls) throws JMSException {
        String trust = SecretFile.read(tls.trustStorePasswordFile());
        String key = SecretFile.read(tls.keyStorePasswordFile());
        for (TransportConfiguration connector : connectors) {
            if (connector.getParams().containsKey(TransportConstants.SSL_ENABLED_PROP_NAME)) {
                connector.getParams().put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, trust);
                connector.getParams().put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, key);
            }
        }
    }

    private static void put(Map<String, Object> parameters, String name, Optional<Path> path) {
        path.ifPresent(file -> parameters.put(name, file.toString()));
    }
}
