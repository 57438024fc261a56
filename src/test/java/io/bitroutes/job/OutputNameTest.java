package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNameTest {
    private static final String JOB = "20260102-030405-0a1b2c3d";

    @ParameterizedTest
    @CsvSource({
        "a.csv, a",
        "a.b.csv, a.b",
        "a.20250102-030405-0a1b2c3d.csv, a",
        "a.20250102-030405-0a1b2c3d.rejected.csv, a",
        "a.20250102-030405-0a1b2c3d.trial.csv, a",
        "a.20250102-030405-0a1b2c3d.trial.rejected.csv, a",
        "a.trial.csv, a.trial",
    })
    void suffixesOfEarlierRoundsDoNotPileUp(String file, String stem) {
        assertThat(OutputName.of(file, JOB).original()).isEqualTo(stem + "." + JOB + ".csv");
    }

    @Test
    void namesOfATrial() {
        OutputName name = OutputName.of("a.json.gz", JOB);

        assertThat(name.tried()).isEqualTo("a." + JOB + ".trial.json.gz");
        assertThat(name.returned("trial.rejected")).isEqualTo("a." + JOB + ".trial.rejected.jsonl");
        assertThat(name.report("trial.receipt.json")).isEqualTo("a." + JOB + ".trial.receipt.json");
    }
}
