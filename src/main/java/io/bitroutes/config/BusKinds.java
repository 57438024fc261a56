package io.bitroutes.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that only the bus has. */
final class BusKinds {
    static final String BEAN = "bean:";

    private static final String QUEUE_NAME = "[A-Za-z0-9._:/$#\\-]{1,200}";
    private static final Pattern QUEUE = Pattern.compile(QUEUE_NAME);
    private static final Pattern ASSIGNED =
            Pattern.compile("([a-z]+\\.[a-z]+|ask|deadletter)\\s*=\\s*(" + QUEUE_NAME + ")");
    private static final Pattern URL = Pattern.compile("embedded:" + portNumber()
            + "|\\(?(tcp|ssl)://[^@\\s]+"
            + "|(amqps?|rabbitmqs?)://[^@\\s]+"
            + "|failover:\\(amqps?://[^@\\s]+\\)[^@\\s]*"
            + "|bean:[A-Za-z0-9_-]+");

    private BusKinds() {}

    /** From 1 to 65535. */
    private static String portNumber() {
        return "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])";
    }

    /** Never with a user or a password: it is shown in health and in the log. */
    static Kind<String> url() {
        return new Kind<>(
                "broker",
                text -> Optional.of(text).filter(value -> URL.matcher(value).matches()),
                texts -> texts.of("config.expected.broker"));
    }

    static Kind<String> queue() {
        return new Kind<>(
                "queue name",
                text -> Optional.of(text).filter(value -> QUEUE.matcher(value).matches()),
                texts -> texts.of("config.expected.queue"));
    }

    static Kind<Map<String, String>> queues() {
        return new Kind<>("list of queues", BusKinds::queues, texts -> texts.of("config.expected.queues"));
    }

    private static Optional<Map<String, String>> queues(String text) {
        Map<String, String> queues = new LinkedHashMap<>();
        for (String assigned : text.split(",", -1)) {
            Matcher matcher = ASSIGNED.matcher(assigned.strip());
            if (!matcher.matches() || queues.put(matcher.group(1), matcher.group(2)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(queues);
    }
}
