package io.bitroutes.config;

import java.util.List;

/**
 * How the program is watched, and the room it leaves on the disk.
 *
 * @param host the address on which health and metrics are served
 * @param port its port; 0 = any free one
 * @param minFree below this on a disk it writes to, nothing new is taken; 0 = no limit
 */
public record OpsSettings(String host, int port, DataSize minFree) {
    private static final Key<String> HOST = Key.of("ops.host", "127.0.0.1", Kinds.host());
    private static final Key<Integer> PORT = Key.of("ops.port", "8080", Kinds.whole(0, 65_535));
    private static final Key<DataSize> MIN_FREE = Key.of("min-free", "1GB", Kinds.size());

    static final List<Key<?>> KEYS = List.of(HOST, PORT, MIN_FREE);

    static OpsSettings from(Reading reading) {
        return new OpsSettings(reading.get(HOST), reading.get(PORT), reading.get(MIN_FREE));
    }
}
