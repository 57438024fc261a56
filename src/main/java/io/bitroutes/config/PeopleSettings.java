package io.bitroutes.config;

import io.bitroutes.text.Texts;
import java.time.ZoneId;
import java.util.List;

/**
 * How the program speaks to people.
 *
 * @param language {@code en} or {@code zh}
 * @param zone the zone of times without one, and of times that are written for people
 */
public record PeopleSettings(String language, ZoneId zone) {
    private static final Key<String> LANGUAGE =
            Key.open("language", "`zh` on a Chinese machine, else `en`", Kinds.oneOf("en", "zh"));
    private static final Key<ZoneId> ZONE = Key.of("zone", "Asia/Shanghai", Kinds.zone());

    static final List<Key<?>> KEYS = List.of(LANGUAGE, ZONE);

    /** The texts in that language. */
    public Texts texts() {
        return Texts.in(language);
    }

    static PeopleSettings from(Reading reading) {
        return new PeopleSettings(reading.find(LANGUAGE).orElseGet(Texts::languageOfThisMachine), reading.get(ZONE));
    }

    /** The texts for what is wrong with the sources, whose language may be what is wrong. */
    static Texts texts(ConfigSources sources) {
        return Texts.in(sources.find(LANGUAGE)
                .flatMap(given -> LANGUAGE.kind().parse().apply(given.text()))
                .orElseGet(Texts::languageOfThisMachine));
    }
}
