package io.bitroutes.record;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The checks of single values that CSV and JSON share. */
final class ValueCheck {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final char NUL = '\0';

    private final List<String> key;
    private final Wording wording;

    ValueCheck(Operation operation, Wording wording) {
        this.key = operation.key();
        this.wording = wording;
    }

    /** The value as it is stored: the server compares names trimmed, so two spellings of one must not look like two. */
    String stored(Field field, String value) {
        return key.contains(field.sends()) ? value.strip() : value;
    }

    void text(Field field, String value, Draft draft) {
        if (value.indexOf(NUL) >= 0) {
            draft.complain(wording.bad("nul", field.name()));
        } else if (hasLoneSurrogate(value)) {
            draft.complain(wording.bad("lone-surrogate", field.name()));
        } else {
            draft.give(field, value);
        }
    }

    void wholeNumber(Field field, String digits, Draft draft) {
        String stripped = digits.strip();
        if (!WHOLE_NUMBER.matcher(stripped).matches()) {
            draft.complain(wording.bad("not-a-number", field.name(), digits, allowed(field)));
            return;
        }
        int number = Integer.parseInt(stripped);
        if (field.values().isEmpty() || field.values().contains(number)) {
            draft.give(field, number);
        } else {
            draft.complain(wording.bad("not-allowed", field.name(), number, allowed(field)));
        }
    }

    private static String allowed(Field field) {
        return field.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static boolean hasLoneSurrogate(String value) {
        for (int index = 0; index < value.length(); index++) {
            if (Character.isSurrogate(value.charAt(index))) {
                if (!Character.isSupplementaryCodePoint(value.codePointAt(index))) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }
}
