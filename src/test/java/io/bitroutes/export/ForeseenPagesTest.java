package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForeseenPagesTest {
    private static final int LIMIT = 10;
    private static final int STEP = LIMIT - 1;

    private final ExecutorService readers = Executors.newFixedThreadPool(ForeseenPages.AT_ONCE);
    private final ConcurrentLinkedQueue<Long> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch secondAsked = new CountDownLatch(1);

    @AfterEach
    void end() throws InterruptedException {
        readers.shutdownNow();
        assertThat(readers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theNextPageIsAskedForWhileAnAnswerIsRead() throws ExportException {
        ForeseenPages pages = pages((offset, total) -> {
            total.accept(19);
            if (offset == 0) {
                await(secondAsked);
            } else {
                secondAsked.countDown();
            }
            return page(offset);
        });

        assertThat(names(pages.read(0, STEP))).isEqualTo("n0");
        assertThat(names(pages.read(STEP, 2 * STEP))).isEqualTo("n9");
        assertThat(asked).containsExactly(0L, 9L);
    }

    @Test
    void asManyAreAskedForAtOnceAsThereAreReadersAndNoMore() throws ExportException {
        CountDownLatch allAsked = new CountDownLatch(ForeseenPages.AT_ONCE);
        ForeseenPages pages = pages((offset, total) -> {
            total.accept(1000);
            allAsked.countDown();
            await(allAsked);
            return page(offset);
        });

        assertThat(names(pages.read(0, STEP))).isEqualTo("n0");
        assertThat(asked).containsExactlyInAnyOrder(0L, 9L, 18L);
        assertThat(names(pages.read(STEP, 2 * STEP))).isEqualTo("n9");
        assertThat(names(pages.read(2 * STEP, 3 * STEP))).isEqualTo("n18");
    }

    @Test
    void nothingIsForeseenBehindTheTotal() throws ExportException {
        ForeseenPages pages = pages((offset, total) -> {
            total.accept(LIMIT);
            return page(offset);
        });

        pages.read(0, STEP);

        assertThat(asked).containsExactly(0L);
    }

    @Test
    void aServerThatTellsNoTotalIsAskedForOnePageAfterTheOther() throws ExportException {
        ForeseenPages pages = pages((offset, total) -> page(offset));

        for (long offset = 0; offset < 5 * STEP; offset += STEP) {
            assertThat(names(pages.read(offset, offset + STEP))).isEqualTo("n" + offset);
            assertThat(asked).hasSize((int) (offset / STEP) + 1);
        }
    }

    @Test
    void aPageThatWasForeseenInVainIsNotGivenOut() throws ExportException {
        ForeseenPages pages = pages((offset, total) -> {
            total.accept(1000);
            return page(offset);
        });

        pages.read(STEP, 2 * STEP);

        assertThat(names(pages.read(3, 8))).isEqualTo("n3");
        assertThat(names(pages.read(8, 13))).isEqualTo("n8");
        assertThat(names(pages.read(13, 18))).isEqualTo("n13");
        assertThat(names(pages.read(17, 22))).isEqualTo("n17");
    }

    @Test
    void whatIsForeseenInVainAndNotBegunIsNeverAskedFor() throws ExportException {
        CountDownLatch asksAfterDrift = new CountDownLatch(4);
        ExecutorService one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public <T> Future<T> submit(Callable<T> task) {
                Future<T> submitted = super.submit(task);
                asksAfterDrift.countDown();
                return submitted;
            }
        };
        try {
            ForeseenPages pages = pages(one, (offset, total) -> {
                total.accept(1000);
                if (offset == STEP) {
                    await(asksAfterDrift);
                }
                return page(offset);
            });

            assertThat(names(pages.read(0, STEP))).isEqualTo("n0");
            assertThat(names(pages.read(3, 8))).isEqualTo("n3");
            assertThat(asked).startsWith(0L, 9L, 3L);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void aRefusalComesWithThePageThatIsRefused() throws ExportException {
        ForeseenPages pages = pages((offset, total) -> {
            if (offset > 0) {
                throw new ExportException("refused");
            }
            total.accept(1000);
            return page(offset);
        });

        assertThat(names(pages.read(0, STEP))).isEqualTo("n0");
        assertThatThrownBy(() -> pages.read(STEP, 2 * STEP))
                .isInstanceOf(ExportException.class)
                .hasMessage("refused");
    }

    @FunctionalInterface
    private interface Answering {
        Cells answer(long offset, LongConsumer total) throws ExportException;
    }

    private ForeseenPages pages(Answering answering) {
        return pages(readers, answering);
    }

    private ForeseenPages pages(ExecutorService readers, Answering answering) {
        ForeseenPages.Source source = new ForeseenPages.Source() {
            @Override
            public Cells read(long offset, LongConsumer total) throws ExportException {
                asked.add(offset);
                return answering.answer(offset, total);
            }

            @Override
            public String describe(long offset) {
                return "from " + offset;
            }
        };
        return new ForeseenPages(source, LIMIT, readers);
    }

    private static Cells page(long offset) {
        return MovingList.page(List.of("{\"name\": \"n" + offset + "\"}"));
    }

    private static String names(Cells page) {
        return page.text(0, RecordForm.KEY);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
