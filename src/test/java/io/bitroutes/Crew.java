package io.bitroutes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Threads that do something for a test, and can be seen waiting. Not safe for threads itself. */
public final class Crew implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<Thread> threads = new ArrayList<>();

    /** Something to do without a result. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Begins in a thread of its own. */
    public CompletableFuture<Void> start(Work work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    /** Begins in a thread of its own; the future has what came of it. */
    public <T> CompletableFuture<T> call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        threads.add(thread);
        thread.start();
        return result;
    }

    /** Returns when all threads that are still there wait for something. */
    public void awaitWaiting() {
        await().atMost(LONGEST).until(() -> threads.stream().allMatch(Crew::waitsOrEnded));
    }

    /** Interrupts all of them. */
    public void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    private static boolean waitsOrEnded(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }

    /** Ends them; whoever is interrupted meanwhile stays so. */
    @Override
    public void close() {
        interrupt();
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
