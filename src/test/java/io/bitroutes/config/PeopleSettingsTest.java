package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.text.Texts;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with("language", "").people())
                .isEqualTo(new PeopleSettings(Texts.languageOfThisMachine(), ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void fullMapping() throws ConfigException {
        PeopleSettings people =
                Configured.with("language", "zh", "zone", "+09:00").people();

        assertThat(people).isEqualTo(new PeopleSettings("zh", ZoneId.of("+09:00")));
        assertThat(people.texts().of("config.expected.path")).isEqualTo("一个路径");
    }

    @Test
    void badLanguageIsReportedInTheLanguageOfTheMachine() {
        Texts texts = Texts.in(Texts.languageOfThisMachine());
        String expected = texts.of("config.expected.one-of", "en, zh");

        assertThat(Configured.problems("language", "de"))
                .containsExactly(texts.of(
                        "config.value", "bitanswer.language", "de", texts.of("config.origin.program"), expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shanghai", "Asia/Nowhere", "8"})
    void badZone(String value) {
        assertThat(Configured.problems("zone", value))
                .containsExactly("bitanswer.zone is '" + value
                        + "' (set by the program); expected a time zone such as Asia/Shanghai or +08:00");
    }

    @Test
    void problemsInChinese() {
        assertThat(Configured.problems("language", "zh", "concurrency", "0"))
                .containsExactly("bitanswer.concurrency 的值是“0”（由程序设定），应为1 到 64 之间的整数");
    }
}
