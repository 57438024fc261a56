package io.bitroutes.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * One line of a behaviour table.
 *
 * @param file the file's name; the table's kind by default
 * @param text the file's text, in the charset (UTF-8 by default), after its mark if asked for
 * @param hex the file's bytes, where text cannot say it
 * @param rows what is read
 * @param broken the whole message when the file cannot be taken (after the rows)
 * @param format the charset, mark and delimiter found, where the case is about them
 */
record SpecCase(
        String id,
        String operation,
        String file,
        SpecRules rules,
        String language,
        String charset,
        boolean mark,
        boolean gzip,
        String text,
        String hex,
        List<Map<String, Object>> rows,
        String broken,
        String format) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The rules of a case; what is left out is the default. */
    record SpecRules(
            String charset,
            Character delimiter,
            String clearToken,
            boolean resetMissing,
            Boolean excelCheck,
            Map<String, String> aliases) {

        ReadingRules reading() {
            return new ReadingRules(
                    Optional.ofNullable(charset),
                    Optional.ofNullable(delimiter),
                    Optional.ofNullable(clearToken),
                    resetMissing,
                    excelCheck == null || excelCheck,
                    aliases == null ? Map.of() : aliases);
        }
    }

    static List<SpecCase> table(String name) {
        try (InputStream yaml = SpecCase.class.getResourceAsStream("/spec/" + name)) {
            return List.of(YAML.readValue(yaml, SpecCase[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadingRules reading() {
        return rules == null ? ReadingRules.DEFAULT : rules.reading();
    }

    byte[] bytes() throws IOException {
        byte[] plain = hex != null ? HexFormat.of().parseHex(hex.replace(" ", "")) : encoded();
        if (!gzip) {
            return plain;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream target = new GZIPOutputStream(compressed)) {
            target.write(plain);
        }
        return compressed.toByteArray();
    }

    private byte[] encoded() {
        String marked = (mark ? "\uFEFF" : "") + text;
        return marked.getBytes(Charset.forName(charset == null ? "UTF-8" : charset));
    }

    @Override
    public String toString() {
        return id;
    }
}
