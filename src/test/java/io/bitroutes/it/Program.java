package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own; what it prints is kept in two files. Gone when closed, whatever happened. */
public final class Program implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final Path errors;
    private final Thread lastResort;

    private Program(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.lastResort = new Thread(process::destroyForcibly, "kill-program");
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    public static Program spawn(ProcessBuilder builder, Path folder) throws IOException {
        Path output = Files.createTempFile(folder, "stdout-", ".txt");
        Path errors = Files.createTempFile(folder, "stderr-", ".txt");
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        return new Program(builder.start(), output, errors);
    }

    public void awaitReady() {
        try {
            Waiting.until("ready", LONGEST_START, () -> !process.isAlive() || output().contains("ready"));
            assertThat(process.isAlive())
                    .as("alive, having said:%n%s", errors())
                    .isTrue();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** What it has printed so far. */
    public String output() {
        return read(output);
    }

    /** What it has logged so far. */
    public String errors() {
        return read(errors);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its number at the operating system, for signals of other kinds. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to end (SIGTERM). How long that took. */
    public Duration terminate() {
        return end(process::destroy);
    }

    /** Ends it without asking (SIGKILL). How long that took. */
    public Duration kill() {
        return end(process::destroyForcibly);
    }

    /** Waits until it has ended by itself. Its exit code. */
    public int exitCode() {
        return exitCode(LONGEST_END);
    }

    /** The same for what takes longer. */
    public int exitCode(Duration longest) {
        awaitEnd(longest);
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private Duration end(Runnable signal) {
        long begun = System.nanoTime();
        signal.run();
        awaitEnd(LONGEST_END);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void awaitEnd(Duration longest) {
        try {
            assertThat(process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended, having said:%n%s", errors())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ends", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
