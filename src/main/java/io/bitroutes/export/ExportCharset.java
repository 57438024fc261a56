package io.bitroutes.export;

import io.bitroutes.text.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The charsets in which a CSV file can be written. */
public enum ExportCharset {
    /** With a byte order mark, by which Excel knows it. */
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** What Excel takes for granted on a Chinese Windows. A character that it does not have is refused. */
    GBK("GBK", Charset.forName("GBK")),
    /** GBK with four bytes for every character that it does not have; Excel shows those wrong. */
    GB18030("GB18030", Charset.forName("GB18030"));

    private final String label;
    private final Charset charset;

    ExportCharset(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /**
     * The charset of a name, in any case, perhaps without its hyphen.
     *
     * @throws ExportException if it is none of these
     */
    public static ExportCharset of(String name, Texts texts) throws ExportException {
        String names = Arrays.stream(values()).map(each -> each.label).collect(Collectors.joining(", "));
        return Arrays.stream(values())
                .filter(each -> plain(each.label).equalsIgnoreCase(plain(name)))
                .findFirst()
                .orElseThrow(() ->
                        new ExportException(texts.of("export.charset.unknown", name, names)).in(ExportOrders.CHARSET));
    }

    private static String plain(String name) {
        return name.strip().replace("-", "").replace("_", "");
    }

    /** Its name as people know it. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }
}
