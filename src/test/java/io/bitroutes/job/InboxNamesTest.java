package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "a.txt",
                "a.json",
                "a.jsonl",
                "A.CSV",
                "a.csv.gz",
                "a.JSONL.GZ",
                "客户.csv",
                "a b (1).csv",
                "receipt.csv",
                "error.csv",
                "a.20251231-235959-12345678.rejected.csv",
                "a\nb.csv"
            })
    void isTaken(String name) {
        assertThat(InboxNames.isTaken(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.csv",
                ".csv",
                "a.csv.tmp",
                "a.tmp",
                "a.csv.part",
                "a.csv.filepart",
                "a.csv.crdownload",
                "~$a.csv",
                "a.csv~",
                "Thumbs.db",
                "desktop.ini",
                "a.receipt.json",
                "a.receipt.txt",
                "a.error.json",
                "a.ERROR.txt",
                "a.progress.json",
                "a.xlsx",
                "a.zip",
                "a.gz",
                "csv",
                "a.csv.bak",
                "a.csv.gz.gz"
            })
    void isLeftAlone(String name) {
        assertThat(InboxNames.isTaken(name)).isFalse();
    }
}
