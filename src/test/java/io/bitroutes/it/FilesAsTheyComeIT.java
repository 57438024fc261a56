package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.it.FilesThatAreRefused.Refused;
import io.bitroutes.it.FilesThatAreTaken.Taken;
import io.bitroutes.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people really make them, all dropped at once; each is then looked at by itself. */
class FilesAsTheyComeIT extends ProgramTestBase {
    private static final Duration SETTLE = Duration.ofMillis(200);
    private static final String UPSERT = "datas.upsert";
    private static final String LATE = "late";

    @Override
    Launch configured(Launch plain) {
        return plain.with("INBOX_SETTLE", SETTLE.toMillis() + "ms");
    }

    @BeforeAll
    void dropThemAll() {
        sandbox.state().seedCustomers(List.of(Map.of("name", "old"), Map.of("name", "delete-cut")));
        taken().forEach(taken -> taken.file().dropInto(home));
        refused().forEach(refused -> refused.file().dropInto(home));
    }

    /** What was sent for one file is told from what was sent for the others by the names in it. */
    @Override
    void forget() {}

    @ParameterizedTest
    @MethodSource("taken")
    void isTaken(Taken taken) {
        DroppedFile file = taken.file();

        JsonNode receipt = home.receipt(file.operation(), file.name());

        assertThat(receipt.path("charset").textValue()).isEqualTo(taken.charset());
        assertThat(receipt.path("delimiter").textValue()).isEqualTo(taken.delimiter());
        assertThat(receipt.path("rows").intValue()).isEqualTo(taken.rows());
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(taken.confirmed());
        assertThat(receipt.path("rejected").intValue())
                .isEqualTo(taken.returned().size());
        if (file.operation().equals(UPSERT)) {
            assertThat(sandbox.state().datas(file.stem())).hasSize(taken.confirmed());
        }
        if (!taken.returned().isEmpty()) {
            assertThat(new String(home.deadLetterBytes(receipt), Charset.forName(taken.charset()))
                            .lines()
                            .skip(1))
                    .containsExactlyElementsOf(taken.returned());
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWhole(Refused refused) throws IOException {
        DroppedFile file = refused.file();

        JsonNode error = home.error(file.operation(), file.stem());

        assertThat(error.path("found").textValue()).isEqualTo(refused.found());
        assertThat(error.path("where").textValue()).isEqualTo(refused.where());
        assertThat(error.path("expected").textValue()).isEqualTo(refused.expected());
        assertThat(file.isSameAs(returned(file, error))).isTrue();
        assertThat(home.receipts(file.operation(), file.name())).isEmpty();
    }

    @Test
    void nothingIsSentOfWhatIsRefusedOrComesBack() {
        taken().forEach(taken ->
                home.receipt(taken.file().operation(), taken.file().name()));
        refused()
                .forEach(refused ->
                        home.error(refused.file().operation(), refused.file().stem()));

        long taken = taken().mapToInt(Taken::confirmed).sum();
        assertThat(sandbox.requests().stream()
                        .filter(request -> !request.path().contains(LATE))
                        .mapToInt(ReceivedRequest::records)
                        .sum())
                .isEqualTo((int) taken);
        assertThat(sandbox.state().datas("S")).isEmpty();
        assertThat(sandbox.state().customers()).containsOnlyKeys("answer", "answer 2", "delete-cut");
    }

    @Test
    void anEmptyFileIsGivenTenTimesAsLongToBeFilled() {
        Waiting.until("others are claimed", () -> Files.notExists(home.inbox(UPSERT, "headerless.csv")));
        home.drop(UPSERT, LATE + ".csv", "");
        Waiting.during(
                SETTLE.multipliedBy(4), "it is left alone", () -> Files.exists(home.inbox(UPSERT, LATE + ".csv")));

        home.drop(UPSERT, LATE + ".csv", "sn,name,value\n" + LATE + ",a,1\n");

        assertThat(home.receipt(UPSERT, LATE + ".csv").path("confirmed").intValue())
                .isEqualTo(1);
    }

    private Path returned(DroppedFile file, JsonNode error) {
        return home.root()
                .resolve("dead-letter")
                .resolve(file.operation())
                .resolve(file.stem() + "." + error.path("job").textValue() + file.extension());
    }

    static Stream<Taken> taken() {
        return FilesThatAreTaken.all();
    }

    static Stream<Refused> refused() {
        return FilesThatAreRefused.all();
    }
}
