package io.bitroutes.job;

import io.bitroutes.api.Field;
import java.util.List;

/**
 * The names of columns as people of a language write them. Files may use either.
 *
 * @param chinese whether by the first Chinese name of the catalogue, else by the API's own
 */
record Titles(boolean chinese) {
    private static final String CHINESE = "zh";

    static Titles in(String language) {
        return new Titles(language.equals(CHINESE));
    }

    String of(Field field) {
        return chinese ? field.aliases().stream().findFirst().orElse(field.name()) : field.name();
    }

    /** The columns that are sent. */
    List<String> of(List<Field> fields) {
        return fields.stream().filter(field -> !field.readOnly()).map(this::of).toList();
    }
}
