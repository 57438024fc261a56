package io.bitroutes.it;

import java.time.Duration;

/** The processor time that processes have taken. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** @throws java.util.NoSuchElementException if the process is gone, or the operating system does not say */
    static Duration of(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }
}
