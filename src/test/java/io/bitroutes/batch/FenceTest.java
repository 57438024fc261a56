package io.bitroutes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FenceTest {
    private final Fence fence = new Fence();
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        crew.close();
    }

    @Test
    void differentKeysDoNotWait() throws InterruptedException {
        fence.take(Set.of("a", "b"));
        fence.take(Set.of("c"));
        fence.take(Set.of());
    }

    @Test
    void theSameKeyWaitsUntilItIsGivenBack() throws Exception {
        Fence.Ticket first = fence.take(Set.of("a", "b"));
        CompletableFuture<Fence.Ticket> second = crew.call(() -> fence.take(Set.of("b", "c")));
        crew.awaitWaiting();
        assertThat(second).isNotDone();

        first.giveBack();

        second.get(5, TimeUnit.SECONDS).giveBack();
    }

    @Test
    void aSecondGivingBackDoesNothing() throws Exception {
        Fence.Ticket first = fence.take(Set.of("a"));
        first.giveBack();
        fence.take(Set.of("a"));
        CompletableFuture<Fence.Ticket> third = crew.call(() -> fence.take(Set.of("a")));

        first.giveBack();

        crew.awaitWaiting();
        assertThat(third).isNotDone();
    }

    @Test
    void keysAreTakenInTheOrderOfArrival() throws Exception {
        Fence.Ticket held = fence.take(Set.of("a"));
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> takers = new ArrayList<>();
        for (int taker = 0; taker < 5; taker++) {
            int number = taker;
            takers.add(crew.start(() -> {
                Fence.Ticket ticket = fence.take(Set.of("a", "own-" + number));
                order.add(number);
                ticket.giveBack();
            }));
            crew.awaitWaiting();
        }

        held.giveBack();

        for (CompletableFuture<Void> taker : takers) {
            taker.get(5, TimeUnit.SECONDS);
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whoWaitsForOneKeyHoldsItsPlaceForTheOthers() throws Exception {
        Fence.Ticket held = fence.take(Set.of("a"));
        CompletableFuture<Fence.Ticket> waiting = crew.call(() -> fence.take(Set.of("a", "b")));
        crew.awaitWaiting();
        CompletableFuture<Fence.Ticket> behind = crew.call(() -> fence.take(Set.of("b")));
        crew.awaitWaiting();
        assertThat(behind).isNotDone();

        held.giveBack();
        waiting.get(5, TimeUnit.SECONDS).giveBack();

        behind.get(5, TimeUnit.SECONDS);
    }

    @Test
    void anInterruptedTakerLeavesNothingBehind() throws Exception {
        Fence.Ticket held = fence.take(Set.of("a"));
        CompletableFuture<Fence.Ticket> interrupted = crew.call(() -> fence.take(Set.of("a", "b")));
        crew.awaitWaiting();

        crew.interrupt();

        assertThatThrownBy(() -> interrupted.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        fence.take(Set.of("b"));
        held.giveBack();
        fence.take(Set.of("a"));
    }

    @Test
    void whoStandsBehindAnInterruptedTakerWaitsForThoseBeforeIt() throws Exception {
        Fence.Ticket held = fence.take(Set.of("a"));
        CompletableFuture<Fence.Ticket> interrupted = crew.call(() -> fence.take(Set.of("a")));
        crew.awaitWaiting();
        crew.interrupt();
        assertThatThrownBy(() -> interrupted.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        CompletableFuture<Fence.Ticket> behind = crew.call(() -> fence.take(Set.of("a")));
        crew.awaitWaiting();
        assertThat(behind).isNotDone();

        held.giveBack();

        behind.get(5, TimeUnit.SECONDS).giveBack();
    }

    @Test
    void anInterruptedTakerInTheMiddleOfTheLineLetsNobodyPast() throws Exception {
        Fence.Ticket held = fence.take(Set.of("a"));
        CompletableFuture<Fence.Ticket> interrupted = crew.call(() -> fence.take(Set.of("a")));
        crew.awaitWaiting();
        try (Crew last = new Crew()) {
            CompletableFuture<Fence.Ticket> behind = last.call(() -> fence.take(Set.of("a")));
            last.awaitWaiting();

            crew.interrupt();

            assertThatThrownBy(() -> interrupted.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(InterruptedException.class);
            last.awaitWaiting();
            assertThat(behind).isNotDone();
            held.giveBack();
            behind.get(5, TimeUnit.SECONDS).giveBack();
        }
    }

    @Test
    void randomKeysOfManyThreadsNeitherMeetNorLock() throws Exception {
        Map<String, Thread> holders = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < 16; worker++) {
            Random chance = new Random(worker);
            workers.add(crew.start(() -> {
                for (int round = 0; round < 200; round++) {
                    holdAlone(someKeys(chance), holders);
                }
            }));
        }

        for (CompletableFuture<Void> worker : workers) {
            worker.get(20, TimeUnit.SECONDS);
        }
        assertThat(holders).isEmpty();
    }

    private void holdAlone(Set<String> keys, Map<String, Thread> holders) throws InterruptedException {
        Fence.Ticket ticket = fence.take(keys);
        keys.forEach(key ->
                assertThat(holders.putIfAbsent(key, Thread.currentThread())).isNull());
        LockSupport.parkNanos(1000);
        keys.forEach(holders::remove);
        ticket.giveBack();
    }

    private static Set<String> someKeys(Random chance) {
        return IntStream.range(0, 1 + chance.nextInt(5))
                .mapToObj(index -> "key-" + chance.nextInt(10))
                .collect(Collectors.toSet());
    }
}
