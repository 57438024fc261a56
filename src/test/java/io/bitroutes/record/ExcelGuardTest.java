package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 10", "-5", "@name", "\tx", "\rx", "'=1", "''-5", "=", "'+"})
    void whatExcelWouldTakeForAFormulaGetsOneApostrophe(String cell) {
        assertThat(ExcelGuard.on(cell)).isEqualTo("'" + cell);
        assertThat(ExcelGuard.off("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "'x", "''x", "x=1", " =1", "0086", "\nx", "'\n=", "中", "1-2"})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(ExcelGuard.on(cell)).isEqualTo(cell);
        assertThat(ExcelGuard.off(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 10", "-5", "@name", "\tx", "\rx"})
    void whatIsNotGuardedIsTakenAsItStands(String cell) {
        assertThat(ExcelGuard.off(cell)).isEqualTo(cell);
    }
}
