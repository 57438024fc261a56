package io.bitroutes.ops;

import io.bitroutes.gate.Gate;
import io.bitroutes.job.Disks;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** How it goes, for people (STATUS.txt) and machines (health, metrics), put together. */
public final class Ops implements AutoCloseable {
    private final Metrics metrics;
    private final Health health;
    private final Watch watch;
    private Optional<OpsServer> server = Optional.empty();

    /**
     * Nothing is looked at, written or answered yet.
     *
     * @param home where STATUS.txt is written
     * @param stoppedRoutes the ids of routes that should run and do not
     */
    public Ops(
            Gate gate,
            Disks disks,
            Surveyor surveyor,
            Metrics metrics,
            Supplier<List<String>> stoppedRoutes,
            Path home,
            Texts texts,
            ZoneId zone,
            Clock clock) {
        this.metrics = metrics;
        this.health = new Health(gate, this::survey, stoppedRoutes, texts, zone);
        StatusFile file = new StatusFile(home, Instances.own(), new StatusText(texts, zone));
        this.watch = new Watch(gate, disks, surveyor, health, metrics, file, clock, Survey.none(clock.instant()));
    }

    /**
     * Begins to answer health and metrics; until {@link #started} it is not ready.
     *
     * @throws IOException if the address is not of this machine, or the port is in use
     */
    public void listen(String host, int port) throws IOException {
        server = Optional.of(OpsServer.listen(host, port, health, metrics));
    }

    /** Everything runs. */
    public void started() {
        health.started();
        watch.start();
    }

    /** The port on which it answers, if it does. */
    public OptionalInt port() {
        return server.map(listening -> OptionalInt.of(listening.port())).orElse(OptionalInt.empty());
    }

    private Survey survey() {
        return watch.last();
    }

    /** To be called when the gate is stopped and nothing works any more. */
    @Override
    public void close() {
        watch.close();
        server.ifPresent(OpsServer::close);
    }
}
