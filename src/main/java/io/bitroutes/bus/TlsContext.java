package io.bitroutes.bus;

import io.bitroutes.config.TlsSettings;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Makes what encrypted connections stand on from the configured stores. */
final class TlsContext {
    private TlsContext() {}

    /** @throws JMSException if a store cannot be read, naming it */
    static SSLContext of(TlsSettings settings) throws JMSException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(settings), trust(settings), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw failure("the key store or the trust store of the broker cannot be used: " + e.getMessage(), e);
        }
    }

    /** None = those of the Java installation. */
    private static TrustManager[] trust(TlsSettings settings) throws GeneralSecurityException, JMSException {
        if (settings.trustStore().isEmpty()) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store(settings.trustStore().get(), settings.trustStorePasswordFile()));
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(TlsSettings settings) throws GeneralSecurityException, JMSException {
        if (settings.keyStore().isEmpty()) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] password = SecretFile.read(settings.keyStorePasswordFile()).toCharArray();
        factory.init(store(settings.keyStore().get(), settings.keyStorePasswordFile()), password);
        return factory.getKeyManagers();
    }

    private static KeyStore store(Path file, Optional<Path> passwordFile)
            throws GeneralSecurityException, JMSException {
        try {
            return KeyStore.getInstance(
                    file.toFile(), SecretFile.read(passwordFile).toCharArray());
        } catch (IOException e) {
            throw failure("the store " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JMSException failure(String text, Exception cause) {
        JMSException failure = new JMSException(text);
        failure.initCause(cause);
        return failure;
    }
}
