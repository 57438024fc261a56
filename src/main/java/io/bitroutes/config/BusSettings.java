package io.bitroutes.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message broker, and which queues are for what.
 *
 * @param enabled whether there is a bus at all
 * @param url where the broker is; its scheme says by which client it is reached
 * @param login as whom
 * @param tls how a broker is trusted, for the schemes that encrypt
 * @param prefix what the names of queues begin with
 * @param queues names of queues that somebody assigned: by operation, or {@code ask}, or {@code deadletter}
 * @param operations the operations that have a queue, or {@code all}
 * @param consumers how many receive from one queue
 * @param linger how long a body that is not full waits for more messages
 * @param bodies the most bodies whose messages are acknowledged together
 * @param beans the {@code camel.beans.…} of the configuration, for a client that does not come with the program
 */
public record BusSettings(
        boolean enabled,
        String url,
        Login login,
        TlsSettings tls,
        String prefix,
        Map<String, String> queues,
        List<String> operations,
        int consumers,
        Duration linger,
        int bodies,
        Map<String, String> beans) {
    /** The keys that begin with this make beans; they are Camel's, and read here so that the broker's client can be one. */
    static final String BEANS = "camel.beans.";

    private static final Key<String> BUS = Key.of("bus", "none", Kinds.oneOf("none", "jms"));
    private static final Key<String> URL = Key.of("jms.url", "embedded:61616", BusKinds.url());
    private static final Key<String> USERNAME = Key.open("jms.username", "", Kinds.text());
    private static final Key<Path> PASSWORD_FILE = Key.open("jms.password-file", "", Kinds.path());
    private static final Key<String> PREFIX = Key.of("jms.prefix", "bitanswer.", BusKinds.queue());
    private static final Key<Map<String, String>> QUEUES = Key.open("jms.queues", "none", BusKinds.queues());
    private static final Key<List<String>> OPERATIONS = Key.of("jms.operations", "all", Kinds.operations());
    private static final Key<Integer> CONSUMERS = Key.of("jms.consumers", "1", Kinds.whole(1, 16));
    private static final Key<Duration> LINGER = Key.of("jms.linger", "500ms", Kinds.duration("1ms", "1m"));
    private static final Key<Integer> BODIES = Key.of("jms.bodies", "8", Kinds.whole(1, 256));

    static final List<Key<?>> KEYS = List.of(
            BUS,
            URL,
            USERNAME,
            PASSWORD_FILE,
            TlsSettings.TRUST_STORE,
            TlsSettings.TRUST_STORE_PASSWORD_FILE,
            TlsSettings.KEY_STORE,
            TlsSettings.KEY_STORE_PASSWORD_FILE,
            TlsSettings.VERIFY_HOST,
            PREFIX,
            QUEUES,
            OPERATIONS,
            CONSUMERS,
            LINGER,
            BODIES);

    /**
     * As whom the broker is used.
     *
     * @param username empty for nobody in particular
     * @param passwordFile a file that holds the password and nothing else
     */
    public record Login(Optional<String> username, Optional<Path> passwordFile) {}

    public BusSettings {
        queues = Map.copyOf(queues);
        operations = List.copyOf(operations);
        beans = Map.copyOf(beans);
    }

    /** The name of the queue for an operation, for {@code ask}, or for {@code deadletter}. */
    public String queue(String purpose) {
        return queues.getOrDefault(purpose, prefix + purpose);
    }

    static BusSettings from(Reading reading) {
        BusSettings settings = new BusSettings(
                reading.get(BUS).equals("jms"),
                reading.get(URL),
                new Login(reading.find(USERNAME), reading.find(PASSWORD_FILE)),
                TlsSettings.from(reading),
                reading.get(PREFIX),
                reading.find(QUEUES).orElse(Map.of()),
                reading.get(OPERATIONS),
                reading.get(CONSUMERS),
                reading.get(LINGER),
                reading.get(BODIES),
                reading.under(BEANS).entrySet().stream()
                        .collect(Collectors.toMap(bean -> BEANS + bean.getKey(), bean -> bean.getValue()
                                .text())));
        if (settings.enabled()) {
            settings.check(reading);
        }
        return settings;
    }

    private void check(Reading reading) {
        reading.requireFile(PASSWORD_FILE, login.passwordFile());
        tls.check(reading);
        if (url.startsWith(BusKinds.BEAN) && !beans.containsKey(BEANS + url.substring(BusKinds.BEAN.length()))) {
            reading.refuse(URL, reading.texts().of("config.expected.bean", BEANS));
        }
    }
}
