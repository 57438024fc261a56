package io.bitroutes.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys, in the order of the documentation. */
final class Keys {
    /** The keys that begin with this, one for each header. */
    static final String ALIASES = Key.PREFIX + "csv.aliases.";

    static final List<Key<?>> ALL = Stream.of(
                    ApiSettings.KEYS,
                    HomeSettings.KEYS,
                    LedgerSettings.KEYS,
                    PeopleSettings.KEYS,
                    SendSettings.KEYS,
                    RetrySettings.KEYS,
                    StatusSettings.KEYS,
                    InboxSettings.KEYS,
                    CsvSettings.KEYS,
                    ExportSettings.KEYS,
                    BusSettings.KEYS,
                    OpsSettings.KEYS,
                    AskSettings.KEYS,
                    List.of(ConfigSources.FILE))
            .<Key<?>>flatMap(List::stream)
            .toList();

    private static final Map<String, Key<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Key::full, Function.identity()));
    private static final Map<String, Key<?>> BY_VARIABLE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Key::variable, Function.identity()));

    private Keys() {}

    static boolean known(String full) {
        return BY_NAME.containsKey(full)
                || (full.startsWith(ALIASES) && full.length() > ALIASES.length())
                || full.startsWith(BusSettings.BEANS);
    }

    /** The key that an environment variable stands for, or its own name when it stands for none. */
    static String ofVariable(String name) {
        return BY_VARIABLE.containsKey(name) ? BY_VARIABLE.get(name).full() : name;
    }
}
