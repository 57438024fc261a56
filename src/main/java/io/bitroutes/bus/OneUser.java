package io.bitroutes.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Lets the configured user do everything, and nobody else anything; without one, everybody. */
record OneUser(Optional<String> username, String password) implements ActiveMQSecurityManager {

    @Override
    public boolean validateUser(String user, String given) {
        return username.isEmpty() || (username.get().equals(user) && given != null && same(given));
    }

    @Override
    public boolean validateUserAndRole(String user, String given, Set<Role> roles, CheckType checkType) {
        return validateUser(user, given);
    }

    /** In a time that does not tell how much of it was right. */
    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OneUser[" + username + "]";
    }
}
