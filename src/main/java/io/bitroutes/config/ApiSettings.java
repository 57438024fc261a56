package io.bitroutes.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where BitAnswer is and how it is called.
 *
 * @param baseUrl http or https, without a slash at the end, without query, fragment and user
 * @param key the secret that goes with every request
 * @param connectTimeout for a connection to come about
 * @param responseTimeout for an answer to begin, and between two parts of it
 * @param rate the most requests per second; 0 = no limit
 */
public record ApiSettings(URI baseUrl, BitKey key, Duration connectTimeout, Duration responseTimeout, double rate) {
    private static final Key<URI> BASE_URL =
            Key.of("base-url", "https://back-office-api.bitanswer.cn/bitanswer/api", Kinds.baseUrl());
    static final Key<String> BITKEY = Key.open("bitkey", "", Kinds.text());
    private static final Key<Path> BITKEY_FILE = Key.open("bitkey-file", "", Kinds.path());
    private static final Key<Duration> CONNECT_TIMEOUT = Key.of("connect-timeout", "5s", Kinds.duration("1ms", "10m"));
    private static final Key<Duration> RESPONSE_TIMEOUT =
            Key.of("response-timeout", "30s", Kinds.duration("1ms", "1h"));
    private static final Key<Double> RATE = Key.of("rate", "0", Kinds.decimal(10_000));
    private static final BitKey NO_KEY = BitKey.of("none");
    private static final Pattern BARE = Pattern.compile("[^/\\\\.]{16,}");

    static final List<Key<?>> KEYS = List.of(BASE_URL, BITKEY, BITKEY_FILE, CONNECT_TIMEOUT, RESPONSE_TIMEOUT, RATE);

    static ApiSettings from(Reading reading) {
        return new ApiSettings(
                reading.get(BASE_URL),
                key(reading),
                reading.get(CONNECT_TIMEOUT),
                reading.get(RESPONSE_TIMEOUT),
                reading.get(RATE));
    }

    /** A configuration with a problem is never handed out, so that what stands in for a bad key is never sent. */
    private static BitKey key(Reading reading) {
        boolean fixed = reading.given(BITKEY).isPresent();
        boolean inFile = reading.given(BITKEY_FILE).isPresent();
        if (fixed && inFile) {
            reading.problem(reading.texts()
                    .of(
                            "config.key.both",
                            BITKEY.full(),
                            reading.origin(BITKEY),
                            BITKEY_FILE.full(),
                            reading.origin(BITKEY_FILE)));
            return NO_KEY;
        }
        if (!fixed && !inFile) {
            reading.problem(reading.texts().of("config.key.missing", BITKEY.full(), BITKEY_FILE.full()));
            return NO_KEY;
        }
        return fixed ? fixed(reading) : inFile(reading);
    }

    private static BitKey fixed(Reading reading) {
        Optional<String> sendable = reading.find(BITKEY).filter(BitKey::isSendable);
        if (sendable.isEmpty()) {
            reading.problem(reading.texts().of("config.key.unsendable", BITKEY.full(), reading.origin(BITKEY)));
        }
        return sendable.map(BitKey::of).orElse(NO_KEY);
    }

    private static BitKey inFile(Reading reading) {
        if (isKeyItself(reading.given(BITKEY_FILE).map(Given::text).orElse(""))) {
            reading.problem(reading.texts()
                    .of("config.key.file-is-key", BITKEY_FILE.full(), reading.origin(BITKEY_FILE), BITKEY.full()));
            return NO_KEY;
        }
        Optional<BitKey> key = reading.find(BITKEY_FILE).map(file -> BitKey.inFile(file, reading.texts()));
        try {
            key.ifPresent(BitKey::value);
        } catch (BitKeyException e) {
            reading.problem(reading.texts()
                    .of("config.key.file", BITKEY_FILE.full(), reading.origin(BITKEY_FILE), e.getMessage()));
        }
        return key.orElse(NO_KEY);
    }

    /** Neither folder nor ending in it, and no such file: likely the key, given under the wrong name. */
    private static boolean isKeyItself(String text) {
        return BARE.matcher(text).matches()
                && BITKEY_FILE.kind().parse().apply(text).filter(Files::exists).isEmpty();
    }
}
