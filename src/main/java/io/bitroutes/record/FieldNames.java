package io.bitroutes.record;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the fields of an operation by the names people give their columns. Immutable. */
final class FieldNames {
    /** Names that begin so are ours: reasons of an earlier refusal, which mean nothing when the row comes back. */
    static final String OWN_PREFIX = "_";

    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Z}\\s\\uFEFF\\u200B]+");

    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();

    FieldNames(Operation operation, Map<String, String> aliases) {
        this.fields = operation.fields();
        aliases.forEach((alias, name) -> operation.field(name).ifPresent(field -> byName.put(plain(alias), field)));
        for (Field field : fields) {
            field.aliases().forEach(alias -> byName.put(plain(alias), field));
        }
        fields.forEach(field -> byName.put(plain(field.name()), field));
    }

    /** Whether a name is one of those we put in front of returned rows. */
    static boolean isOwn(String name) {
        return plain(name).startsWith(OWN_PREFIX);
    }

    /** The field of a name, whatever its case and spaces. */
    Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** The names of the fields that are sent, as the API spells them. */
    List<String> known() {
        return fields.stream()
                .filter(field -> !field.readOnly())
                .map(Field::name)
                .toList();
    }

    /** All that the fields that are sent are called, aliases included, as they are spelled in the catalogue. */
    List<String> titles() {
        return fields.stream()
                .filter(field -> !field.readOnly())
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.aliases().stream()))
                .toList();
    }

    static String plain(String name) {
        return NOT_PRINTED.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
