package io.bitroutes.faults;

import io.bitroutes.it.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** Starts the program and ends it at a moment drawn by chance, again and again. */
final class Killer {
    private static final Duration AT_LEAST = Duration.ofMillis(1500);

    private final FaultRun run;
    private final Random random;
    private Duration startTook;
    private int ended;

    Killer(FaultRun run, Random random) {
        this.run = run;
        this.random = random;
    }

    /** Starts it once in peace: how long that takes is the measure of the moments. */
    void begin() throws IOException {
        long begun = System.nanoTime();
        run.start();
        startTook = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How long the start in peace took. */
    Duration startTook() {
        return startTook;
    }

    int ended() {
        return ended;
    }

    /** Ends what runs and starts it again, so many times; in the end it runs. */
    void kill(int times) throws IOException {
        for (int time = 0; time < times; time++) {
            live(moment());
            run.kill();
            ended++;
            run.spawn();
        }
        run.program().awaitReady();
    }

    /** The same, asked politely (SIGTERM). The longest it took to end. */
    Duration terminate(int times) throws IOException {
        Duration longest = Duration.ZERO;
        for (int time = 0; time < times; time++) {
            live(moment());
            Duration took = run.program().terminate();
            longest = took.compareTo(longest) > 0 ? took : longest;
            run.program().close();
            ended++;
            run.spawn();
        }
        run.program().awaitReady();
        return longest;
    }

    /** From before it is ready to well after. */
    private Duration moment() {
        double share = random.nextDouble() * 2.5;
        return AT_LEAST.plus(startTook.multipliedBy((long) (share * 1000)).dividedBy(1000));
    }

    private void live(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        Waiting.until("the moment", length.plusSeconds(60), () -> System.nanoTime() >= until);
    }
}
