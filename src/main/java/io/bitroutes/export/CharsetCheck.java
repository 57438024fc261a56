package io.bitroutes.export;

import io.bitroutes.text.Texts;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Refuses what a charset does not have, instead of writing question marks. Of GBK it takes only the characters whose bytes
 * are the same in GB18030, as which files are read here. Immutable and safe for threads.
 */
final class CharsetCheck {
    private static final CharsetCheck NONE = new CharsetCheck(null, "");

    private final BitSet held;
    private final String charset;

    private CharsetCheck(BitSet held, String charset) {
        this.held = held;
        this.charset = charset;
    }

    static CharsetCheck of(ExportCharset charset) {
        return charset == ExportCharset.GBK ? Gbk.CHECK : NONE;
    }

    /** Whether no cell needs to be checked. */
    boolean holdsAll() {
        return held == null;
    }

    /**
     * Checks one cell.
     *
     * @throws ExportException naming the row, as a spreadsheet counts, the column and the character
     */
    void check(String cell, long row, String column, Texts texts) throws ExportException {
        int place = holdsAll() ? -1 : firstForeign(cell);
        if (place >= 0) {
            int character = cell.codePointAt(place);
            String shown = String.format("%s (U+%04X)", Character.toString(character), character);
            throw new ExportException(texts.of("export.charset.lacks", charset, shown, row, column));
        }
    }

    private int firstForeign(String cell) {
        for (int index = 0; index < cell.length(); index++) {
            if (!held.get(cell.charAt(index))) {
                return index;
            }
        }
        return -1;
    }

    /** Made at the first use of GBK. */
    private static final class Gbk {
        private static final CharsetCheck CHECK = new CharsetCheck(alike(), ExportCharset.GBK.label());

        private static BitSet alike() {
            CharsetEncoder gbk = ExportCharset.GBK.charset().newEncoder();
            Charset gb18030 = ExportCharset.GB18030.charset();
            BitSet alike = new BitSet(Character.MAX_VALUE + 1);
            for (int character = 0; character <= Character.MAX_VALUE; character++) {
                String text = String.valueOf((char) character);
                if (!Character.isSurrogate((char) character) && gbk.canEncode((char) character)) {
                    alike.set(character, isAlike(gbk, gb18030, text));
                }
            }
            return alike;
        }

        private static boolean isAlike(CharsetEncoder gbk, Charset gb18030, String text) {
            try {
                return gbk.encode(CharBuffer.wrap(text)).equals(ByteBuffer.wrap(text.getBytes(gb18030)));
            } catch (CharacterCodingException e) {
                throw new IllegalStateException("GBK said that it could encode " + text, e);
            }
        }
    }
}
