package io.bitroutes.bus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Which dead letters are meant; what is empty leaves none out.
 *
 * @param operation what was to be done with their records
 * @param code why they are dead letters
 * @param text something in the reason or in the record, in any letter case
 */
public record ReplayChoice(Optional<String> operation, Optional<String> code, Optional<String> text) {

    boolean takes(BusMessage letter) {
        return is(letter, BusProperties.OPERATION, operation)
                && is(letter, BusProperties.CODE, code)
                && text.map(wanted -> contains(letter, wanted.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static boolean is(BusMessage letter, String property, Optional<String> wanted) {
        return wanted.isEmpty() || wanted.get().equals(letter.property(property).orElse(""));
    }

    private static boolean contains(BusMessage letter, String lowerCase) {
        String reason = letter.property(BusProperties.MSG).orElse("");
        return reason.toLowerCase(Locale.ROOT).contains(lowerCase)
                || text(letter.body()).toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    private static String text(BusMessage.Body body) {
        if (body instanceof BusMessage.Text read) {
            return read.text();
        }
        return body instanceof BusMessage.Bytes read ? new String(read.bytes(), StandardCharsets.UTF_8) : "";
    }
}
