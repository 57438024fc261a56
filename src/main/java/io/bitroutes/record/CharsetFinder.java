package io.bitroutes.record;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out the charset of a CSV file: by its mark, else by the rule, else UTF-8, unless the bytes say GB18030. When in
 * doubt it says UTF-8, so that the doubtful byte is found and named when it is read, instead of becoming some character.
 */
final class CharsetFinder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Content content;
    private final ReadingRules rules;
    private final FieldNames names;
    private final Wording wording;

    CharsetFinder(Content content, ReadingRules rules, FieldNames names, Wording wording) {
        this.content = content;
        this.rules = rules;
        this.names = names;
        this.wording = wording;
    }

    Charset find() throws IOException {
        if (content.mark().isPresent()) {
            return content.mark().get().charset();
        }
        if (rules.charset().isPresent()) {
            Charset charset = Charset.forName(rules.charset().get());
            return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        }
        Utf8Census census = Utf8Census.of(content);
        return census.saysOther() && Gb18030Census.of(content).saysGb18030() && headerIsKnown()
                ? GB18030
                : StandardCharsets.UTF_8;
    }

    private boolean headerIsKnown() throws IOException {
        return CsvDialect.find(content, GB18030, rules.delimiter(), names, wording)
                        .known()
                > 0;
    }
}
