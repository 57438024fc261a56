package io.bitroutes.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom an encrypted connection to the broker trusts, and what it shows.
 *
 * @param trustStore the certificates to trust, PKCS12 or JKS; without it those of the Java installation
 * @param trustStorePasswordFile a file with its password
 * @param keyStore our own certificate, where the broker wants one
 * @param keyStorePasswordFile a file with its password
 * @param verifyHost whether the certificate must be for the broker's name
 */
public record TlsSettings(
        Optional<Path> trustStore,
        Optional<Path> trustStorePasswordFile,
        Optional<Path> keyStore,
        Optional<Path> keyStorePasswordFile,
        boolean verifyHost) {
    static final Key<Path> TRUST_STORE = Key.open("jms.tls.trust-store", "", Kinds.path());
    static final Key<Path> TRUST_STORE_PASSWORD_FILE = Key.open("jms.tls.trust-store-password-file", "", Kinds.path());
    static final Key<Path> KEY_STORE = Key.open("jms.tls.key-store", "", Kinds.path());
    static final Key<Path> KEY_STORE_PASSWORD_FILE = Key.open("jms.tls.key-store-password-file", "", Kinds.path());
    static final Key<String> VERIFY_HOST = Key.of("jms.tls.verify-host", "true", Kinds.oneOf("true", "false"));

    static TlsSettings from(Reading reading) {
        return new TlsSettings(
                reading.find(TRUST_STORE),
                reading.find(TRUST_STORE_PASSWORD_FILE),
                reading.find(KEY_STORE),
                reading.find(KEY_STORE_PASSWORD_FILE),
                Boolean.parseBoolean(reading.get(VERIFY_HOST)));
    }

    void check(Reading reading) {
        reading.requireFile(TRUST_STORE, trustStore);
        reading.requireFile(TRUST_STORE_PASSWORD_FILE, trustStorePasswordFile);
        reading.requireFile(KEY_STORE, keyStore);
        reading.requireFile(KEY_STORE_PASSWORD_FILE, keyStorePasswordFile);
    }
}
