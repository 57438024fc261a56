package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.Job;
import io.bitroutes.record.FileFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNameTest {
    private static final String JOB = "20261122-101500-0000abcd";

    @ParameterizedTest
    @CsvSource({
        "a.csv,        a.JOB.csv,        a.JOB.rejected.csv",
        "A.CSV,        A.JOB.CSV,        A.JOB.rejected.CSV",
        "a.txt,        a.JOB.txt,        a.JOB.rejected.txt",
        "a.csv.gz,     a.JOB.csv.gz,     a.JOB.rejected.csv",
        "a.json,       a.JOB.json,       a.JOB.rejected.jsonl",
        "a.JSONL.gz,   a.JOB.JSONL.gz,   a.JOB.rejected.jsonl",
        "a.b.csv,      a.b.JOB.csv,      a.b.JOB.rejected.csv",
        "客户 清单.csv, 客户 清单.JOB.csv,  客户 清单.JOB.rejected.csv"
    })
    void stemJobWordExtension(String name, String original, String rejected) {
        assertThat(of(name).original()).isEqualTo(original.replace("JOB", JOB));
        FileFormat.Kind kind =
                name.toLowerCase(Locale.ROOT).contains("json") ? FileFormat.Kind.JSON : FileFormat.Kind.CSV;
        assertThat(of(name).returned("rejected", kind)).isEqualTo(rejected.replace("JOB", JOB));
        assertThat(of(name).report("receipt.json"))
                .isEqualTo(original.substring(0, original.indexOf("JOB")) + JOB + ".receipt.json");
    }

    @ParameterizedTest
    @CsvSource({
        "a.20251231-235959-12345678.rejected.csv",
        "a.20251231-235959-12345678.unknown.csv",
        "a.20251231-235959-12345678.not-sent.csv",
        "a.20251231-235959-12345678.csv",
        "a.20251231-235959-12345678.trial.csv",
        "a.20251231-235959-12345678.trial.rejected.csv"
    })
    void suffixesOfAnEarlierRoundDoNotPileUp(String name) {
        assertThat(of(name).returned("rejected", FileFormat.Kind.CSV)).isEqualTo("a." + JOB + ".rejected.csv");
    }

    @ParameterizedTest
    @CsvSource({"a.rejected.csv", "a.20251231-235959-1234567x.csv", "20251231-235959-12345678.csv"})
    void whatOnlyLooksLikeAnEarlierRoundStays(String name) {
        assertThat(of(name).original()).isEqualTo(name.replace(".csv", "." + JOB + ".csv"));
    }

    @ParameterizedTest
    @CsvSource({"a.txt, JSON, jsonl", "a.csv, JSON, jsonl", "a.json, CSV, csv", "a.TXT, CSV, TXT"})
    void contentDecidesAndNotTheName(String name, FileFormat.Kind kind, String extension) {
        assertThat(of(name).returned("rejected", kind)).isEqualTo("a." + JOB + ".rejected." + extension);
    }

    @Test
    void namesOfATrial() {
        OutputName name = of("a.json.gz");

        assertThat(name.tried()).isEqualTo("a." + JOB + ".trial.json.gz");
        assertThat(name.returned("trial.rejected", FileFormat.Kind.JSON))
                .isEqualTo("a." + JOB + ".trial.rejected.jsonl");
        assertThat(name.report("trial.receipt.json")).isEqualTo("a." + JOB + ".trial.receipt.json");
    }

    @Test
    void aLongStemIsCutAt120Bytes() {
        assertThat(of("x".repeat(200) + ".csv").stem()).isEqualTo("x".repeat(120));
        assertThat(of("x".repeat(120) + ".csv").stem()).isEqualTo("x".repeat(120));
    }

    @Test
    void itIsCutBetweenCharacters() {
        assertThat(of("x" + "客".repeat(60) + ".csv").stem()).isEqualTo("x" + "客".repeat(39));
        assertThat(of("xyz" + "😀".repeat(60) + ".csv").stem()).isEqualTo("xyz" + "😀".repeat(29));
        assertThat(of("客".repeat(60) + ".csv").stem().getBytes(StandardCharsets.UTF_8))
                .hasSize(120);
    }

    private static OutputName of(String name) {
        return OutputName.of(new Job(
                JOB,
                "customers.update",
                "customers",
                name,
                Job.State.CLAIMED,
                new Job.Seen(1, Instant.EPOCH),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                new Job.Facts(0, 0, 0, null, null),
                Optional.empty()));
    }
}
