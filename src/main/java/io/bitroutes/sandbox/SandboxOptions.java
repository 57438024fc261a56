package io.bitroutes.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How to start a sandbox. Immutable; begin with {@link #defaults}.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 = a free one
 * @param bitkey the key every request must carry
 * @param keepBodies whether {@link Sandbox#requests} keeps the bodies
 * @param keepRequests whether {@link Sandbox#requests} keeps anything
 * @param keepOracle whether {@link Sandbox#oracle} keeps anything
 * @param delay how long every request waits before it is worked
 * @param clock the time of request ids, {@code regDate} and {@code updateTime}
 * @param quirks how it behaves where the pages leave it open
 */
public record SandboxOptions(
        String host,
        int port,
        String bitkey,
        boolean keepBodies,
        boolean keepRequests,
        boolean keepOracle,
        Duration delay,
        Clock clock,
        Set<Quirks> quirks) {

    public SandboxOptions {
        quirks = Collections.unmodifiableSet(copy(quirks));
    }

    /** 127.0.0.1, a free port, key {@code sandbox}, requests and oracle kept, bodies not, behaving as documented. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                "127.0.0.1", 0, "sandbox", false, true, true, Duration.ZERO, Clock.systemUTC(), Quirks.DOCUMENTED);
    }

    public SandboxOptions withHost(String host) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withBitkey(String bitkey) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withKeepBodies(boolean keepBodies) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withKeepRequests(boolean keepRequests) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withKeepOracle(boolean keepOracle) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withDelay(Duration delay) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    public SandboxOptions withClock(Clock clock) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    /** These options with exactly those quirks. */
    public SandboxOptions withQuirks(Set<Quirks> quirks) {
        return new SandboxOptions(host, port, bitkey, keepBodies, keepRequests, keepOracle, delay, clock, quirks);
    }

    /** These options with those quirks switched on as well. */
    public SandboxOptions with(Quirks... added) {
        EnumSet<Quirks> more = copy(quirks);
        more.addAll(Arrays.asList(added));
        return withQuirks(more);
    }

    /** These options with those quirks switched off. */
    public SandboxOptions without(Quirks... removed) {
        EnumSet<Quirks> fewer = copy(quirks);
        fewer.removeAll(List.of(removed));
        return withQuirks(fewer);
    }

    boolean has(Quirks quirk) {
        return quirks.contains(quirk);
    }

    private static EnumSet<Quirks> copy(Set<Quirks> quirks) {
        EnumSet<Quirks> copy = EnumSet.noneOf(Quirks.class);
        copy.addAll(quirks);
        return copy;
    }
}
