package io.bitroutes.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells CSV from JSON, and both from files that hold no records at all. */
final class FileKinds {
    private static final List<byte[]> WORKBOOKS = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1});
    private static final List<String> JSON_ENDINGS = List.of(".json", ".jsonl", ".ndjson");
    private static final String TEXT_CONTROLS = "\t\n\r\f";
    private static final int FEWEST_CONTROLS = 8;
    private static final int TEXT_PER_CONTROL = 20;

    private final ReadingRules rules;
    private final Wording wording;

    FileKinds(ReadingRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    FileFormat.Kind kind(Content content, String name) throws BrokenFileException {
        byte[] head = content.head();
        if (beginning(content).isBlank()) {
            throw wording.broken("empty");
        }
        if (WORKBOOKS.stream().anyMatch(magic -> begins(head, magic))) {
            throw wording.broken("workbook");
        }
        if (content.mark().isEmpty() && rules.charset().isEmpty()) {
            checkIsText(head);
        }
        return isJson(content, name) ? FileFormat.Kind.JSON : FileFormat.Kind.CSV;
    }

    private void checkIsText(byte[] head) throws BrokenFileException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.length() > 1 && (text.charAt(0) == 0) != (text.charAt(1) == 0)) {
            throw wording.broken("no-mark");
        }
        int controls = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            controls += character < ' ' && TEXT_CONTROLS.indexOf(character) < 0 ? 1 : 0;
        }
        if (controls >= FEWEST_CONTROLS && controls > text.length() / TEXT_PER_CONTROL) {
            throw wording.broken("binary");
        }
    }

    private static boolean isJson(Content content, String name) {
        String beginning = beginning(content).stripLeading();
        if (beginning.startsWith("{") || beginning.startsWith("[")) {
            return true;
        }
        if (name.isEmpty()) {
            return false;
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return JSON_ENDINGS.stream().anyMatch(plain::endsWith);
    }

    private static String beginning(Content content) {
        Charset charset = content.mark().map(ByteOrderMark::charset).orElse(StandardCharsets.UTF_8);
        return new String(content.head(), charset);
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
