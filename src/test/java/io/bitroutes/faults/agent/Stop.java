package io.bitroutes.faults.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Holds whoever comes to the point from the nth time on, until the process is killed. */
public final class Stop {
    private static final AtomicInteger PASSED = new AtomicInteger();
    private static volatile int nth = Integer.MAX_VALUE;
    private static volatile Path file;

    private Stop() {}

    static void arm(int time, Path reached) {
        nth = time;
        file = reached;
    }

    /** Called from the changed classes. */
    public static void here() {
        int time = PASSED.incrementAndGet();
        if (time >= nth) {
            tell(time);
            while (true) {
                LockSupport.park();
            }
        }
    }

    private static void tell(int time) {
        if (time == nth) {
            try {
                Files.createFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
