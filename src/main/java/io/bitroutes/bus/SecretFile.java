package io.bitroutes.bus;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a password from the file that holds it and nothing else. */
final class SecretFile {
    private SecretFile() {}

    /** The password, without the line end after it; empty without a file. */
    static String read(Optional<Path> file) throws JMSException {
        try {
            return file.isEmpty() ? "" : Files.readString(file.get()).strip();
        } catch (IOException e) {
            JMSException failure = new JMSException("the password file " + file.get() + " cannot be read: " + e);
            failure.initCause(e);
            throw failure;
        }
    }
}
