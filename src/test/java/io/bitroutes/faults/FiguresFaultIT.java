package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What poison costs, counted by the server: all requests, harmless reads as well. */
class FiguresFaultIT {
    private static final int BATCH = 1000;
    private static final int BUDGET = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private FaultRun run;

    @BeforeEach
    void start() throws IOException {
        run = FaultRun.in(folder);
        run.start();
        Waiting.until(
                "it has looked at the server, if it does",
                () -> run.program().output().contains("ready"));
        run.sandbox().clearRequests();
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void onePoisonRowInAThousandCostsAtMost25Requests() {
        Figures figures = worked("one", new FaultFile.Mix(BATCH, 1, 0, 0));

        assertThat(figures.rejected()).isOne();
        assertThat(figures.writes() + figures.reads() - 1).isLessThanOrEqualTo(25);
        run.finishWithoutComplaint(Promise.FULL);
    }

    @Test
    void fiftyScatteredOverTwentyThousandCostAtMost60RequestsABatch() {
        Figures figures = worked("fifty", new FaultFile.Mix(20 * BATCH, 50, 0, 0));

        assertThat(figures.rejected()).isEqualTo(50);
        assertThat((figures.writes() + figures.reads()) / 20.0).isLessThanOrEqualTo(60);
        run.finishWithoutComplaint(Promise.FULL);
    }

    @Test
    void aThousandOfAThousandCostAtMostTheBudget() {
        Figures figures = worked("all", new FaultFile.Mix(BATCH, BATCH, 0, 0));

        assertThat(figures.rejected()).isEqualTo(BATCH);
        assertThat(figures.writes() - 1).isLessThanOrEqualTo(BUDGET);
        run.finishWithoutComplaint(Promise.FULL);
    }

    private Figures worked(String name, FaultFile.Mix mix) {
        FaultFile file = FaultFile.customers(name, mix, new Random(11));
        run.drop(file);
        Waiting.until("the receipt", PATIENCE, () -> run.isDone(file));
        List<JsonNode> receipts = run.home().receipts(file.operation(), file.name());
        Figures figures = Figures.of(
                run.sandbox().requests(), receipts.get(0).path("rejected").longValue());
        System.out.printf(
                "FiguresFaultIT: %d poison rows in %,d: %d writes, %d harmless reads, %d rejects%n",
                mix.poison(), mix.rows(), figures.writes(), figures.reads(), figures.rejected());
        return figures;
    }

    private record Figures(long writes, long reads, long rejected) {
        static Figures of(List<ReceivedRequest> requests, long rejected) {
            long writes = requests.stream()
                    .filter(request -> request.is(FaultFile.REPLACE))
                    .count();
            return new Figures(writes, requests.size() - writes, rejected);
        }
    }
}
