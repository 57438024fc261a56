package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.gate.StoppingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagesAheadTest {
    private static final int LAST = 50;

    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        reader.shutdownNow();
        assertThat(reader.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void pagesComeInTheirOrderAndNothingIsAskedForAfterTheLast() throws Exception {
        PagesAhead pages = new PagesAhead(() -> page(asked.incrementAndGet()), reader);
        List<Long> read = new ArrayList<>();

        for (Page page = pages.next(); !page.last(); page = pages.next()) {
            read.add(page.read());
        }

        assertThat(read).hasSize(LAST - 1).isSorted().doesNotHaveDuplicates();
        end();
        assertThat(asked).hasValue(LAST);
    }

    @Test
    void noMoreThanTwoPagesAreReadAhead() throws Exception {
        PagesAhead pages = new PagesAhead(() -> page(asked.incrementAndGet()), reader);

        pages.next();

        end();
        assertThat(asked).hasValue(3);
    }

    @Test
    void aFailureIsHandedOverInItsPlaceAndNothingIsAskedForAfterIt() throws Exception {
        PagesAhead pages = new PagesAhead(
                () -> {
                    if (asked.incrementAndGet() == 3) {
                        throw new ExportException("refused");
                    }
                    return page(asked.get());
                },
                reader);

        assertThat(pages.next().read()).isEqualTo(1);
        assertThat(pages.next().read()).isEqualTo(2);
        assertThatThrownBy(pages::next).isInstanceOf(ExportException.class).hasMessage("refused");
        end();
        assertThat(asked).hasValue(3);
    }

    @Test
    void anOrderToStopIsHandedOverAsItIs() {
        StoppingException stopping = new StoppingException();
        PagesAhead pages = new PagesAhead(
                () -> {
                    throw stopping;
                },
                reader);

        assertThatThrownBy(pages::next).isSameAs(stopping);
    }

    @Test
    void whoeverIsInterruptedWhileHeWaitsGoesHome() {
        CountDownLatch never = new CountDownLatch(1);
        PagesAhead pages = new PagesAhead(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new StoppingException();
                    }
                    return page(1);
                },
                reader);

        Thread.currentThread().interrupt();

        assertThatThrownBy(pages::next).isInstanceOf(StoppingException.class);
        assertThat(Thread.interrupted()).as("still said").isTrue();
    }

    private void end() throws InterruptedException {
        reader.shutdown();
        assertThat(reader.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Page page(int number) {
        Cells cells = MovingList.page(List.of());
        return new Page(new RecordForm("name", List.of(), Map.of()), new Page.Fresh(cells), number, 0, number >= LAST);
    }
}
