package io.bitroutes.job;

import io.bitroutes.config.DataSize;
import io.bitroutes.gate.Troubles;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disks this program writes to: whether they can be written to, and have room. What is wrong is said once when it
 * begins and once when it ends, and stops the intake in between. A look may block as long as a share does. Safe for
 * threads.
 */
public final class Disks {
    private static final Logger LOG = LoggerFactory.getLogger(Disks.class);
    private static final long LOOK_IS_FRESH_NANOS = 1_000_000_000L;
    /** So that a disk that is just full enough is not said to be well and ill in turn. */
    private static final int PART_OF_MORE = 20;

    private final List<Disk> disks;
    private final DataSize minFree;
    private final Troubles troubles;
    private final Texts texts;
    private final Map<String, State> states = new LinkedHashMap<>();
    private boolean suspected;
    private long lookedAt = System.nanoTime() - LOOK_IS_FRESH_NANOS;

    /**
     * A folder that is written to.
     *
     * @param name a short, stable name for its trouble
     * @param marker a file in it without which it is not the folder that is meant, but the place where it would be mounted
     */
    public record Disk(String name, Path folder, Optional<Path> marker) {}

    /** How a disk is. */
    enum State {
        WELL,
        /** Written to as before, but nothing is begun. */
        SHORT,
        /** Nothing can be written. */
        UNUSABLE
    }

    /**
     * @param minFree with less, nothing is begun; nothing = no limit
     */
    public Disks(List<Disk> disks, DataSize minFree, Troubles troubles, Texts texts) {
        this.disks = List.copyOf(disks);
        this.minFree = minFree;
        this.troubles = troubles;
        this.texts = texts;
    }

    /** Whether something new may be begun that takes room. Looks, unless somebody has just looked. */
    public boolean haveRoom() {
        return refreshed().values().stream().allMatch(state -> state == State.WELL);
    }

    /** Whether what is begun can go on. Looks, unless somebody has just looked. */
    public boolean canBeWritten() {
        return refreshed().values().stream().noneMatch(state -> state == State.UNUSABLE);
    }

    /** Something could not be written: from now on it is tried, until it works again. */
    public synchronized void suspect() {
        suspected = true;
        look();
    }

    /** Looks at all of them. */
    public synchronized void look() {
        disks.forEach(this::look);
        suspected = states.containsValue(State.UNUSABLE);
        lookedAt = System.nanoTime();
    }

    private synchronized Map<String, State> refreshed() {
        if (System.nanoTime() - lookedAt >= LOOK_IS_FRESH_NANOS) {
            look();
        }
        return Map.copyOf(states);
    }

    private void look(Disk disk) {
        State before = states.getOrDefault(disk.name(), State.WELL);
        try {
            FileStore store = Files.getFileStore(disk.folder());
            if (disk.marker().filter(Files::notExists).isPresent()) {
                throw new IOException(texts.of("disk.not-mounted"));
            }
            if (suspected || before == State.UNUSABLE) {
                TestWrite.into(disk.folder());
            } else if (!Files.isWritable(disk.folder())) {
                throw new IOException(texts.of("disk.not-writable"));
            }
            hasRoom(disk, store.getUsableSpace(), before);
        } catch (IOException e) {
            states.put(disk.name(), State.UNUSABLE);
            report(disk.name(), texts.of("disk.unusable", disk.folder(), Words.of(e)));
        }
    }

    private void hasRoom(Disk disk, long free, State before) {
        long wanted = before == State.WELL ? minFree.bytes() : minFree.bytes() + minFree.bytes() / PART_OF_MORE;
        if (free < wanted) {
            states.put(disk.name(), State.SHORT);
            report(disk.name(), texts.of("disk.short", disk.folder(), minFree));
        } else {
            states.put(disk.name(), State.WELL);
            clear(disk);
        }
    }

    private void report(String name, String reason) {
        Optional<Troubles.Trouble> before = troubles.find(name);
        troubles.report(name, reason, Effect.STOPS_INTAKE);
        if (before.filter(trouble -> trouble.reason().equals(reason)).isEmpty()) {
            LOG.warn("{}", reason);
        }
    }

    private void clear(Disk disk) {
        troubles.clear(disk.name())
                .ifPresent(over -> LOG.info("{}", texts.of("disk.over", disk.folder(), over.since())));
    }
}
