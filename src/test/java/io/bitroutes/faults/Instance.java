package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.it.Launch;
import io.bitroutes.it.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One of several processes on one home: killed, frozen, and started again. Not safe for threads. */
final class Instance implements AutoCloseable {
    private final Launch launch;
    private final List<String> ended = new ArrayList<>();
    private Program program;

    /** Starts it. */
    Instance(Launch launch) throws IOException {
        this.launch = launch;
        this.program = launch.spawn();
    }

    void awaitReady() {
        program.awaitReady();
    }

    void killAndStartAgain() throws IOException {
        end(program::kill);
        program = launch.spawn();
    }

    void terminate() {
        end(program::terminate);
    }

    /** Nothing of it moves until it is thawed. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /** What it has logged, through all its starts. */
    String errors() {
        return ended.stream().collect(Collectors.joining()) + program.errors();
    }

    private void end(Runnable signal) {
        signal.run();
        ended.add(program.errors());
        program.close();
    }

    private void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
