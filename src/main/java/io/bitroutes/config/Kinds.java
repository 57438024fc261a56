package io.bitroutes.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that keys have. */
final class Kinds {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern STATUS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern OPERATION = Pattern.compile("[a-z]+\\.[a-z]+");
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,9}|\\d{1,2}(?:\\.\\d{1,3})?%|100%)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern LEDGER = Pattern.compile("jdbc:postgresql:(?!.*([?&]password=|//[^/]*@)).+");
    private static final String NONE = "none";
    private static final Map<String, Long> MILLISECONDS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', ",", ',', "semicolon", ';', ";", ';', "tab", '\t', "\t", '\t', "pipe", '|', "|", '|');

    private Kinds() {}

    static Kind<Integer> whole(int least, int most) {
        return new Kind<>(
                "whole number",
                text -> matching(WHOLE, text).map(Integer::valueOf).filter(value -> value >= least && value <= most),
                texts -> texts.of("config.expected.whole", least, most));
    }

    static Kind<Long> wholeOrNone() {
        return new Kind<>(
                "whole number",
                text -> matching(WHOLE, text).map(Long::valueOf),
                texts -> texts.of("config.expected.whole-or-none"));
    }

    static Kind<Double> decimal(int most) {
        return new Kind<>(
                "number",
                text -> matching(DECIMAL, text).map(Double::valueOf).filter(value -> value <= most),
                texts -> texts.of("config.expected.decimal", most));
    }

    static Kind<Duration> duration(String least, String most) {
        Duration shortest = duration(least).orElseThrow();
        Duration longest = duration(most).orElseThrow();
        return new Kind<>(
                "duration",
                text -> duration(text).filter(value -> value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0),
                texts -> texts.of("config.expected.duration", least, most));
    }

    static Kind<String> oneOf(String... values) {
        List<String> allowed = List.of(values);
        return new Kind<>(
                String.join(" \\| ", allowed),
                text -> Optional.of(text).filter(allowed::contains),
                texts -> texts.of("config.expected.one-of", String.join(", ", allowed)));
    }

    static Kind<String> text() {
        return new Kind<>("text", Optional::of, texts -> texts.of("config.expected.text"));
    }

    static Kind<Path> path() {
        return new Kind<>("path", Kinds::path, texts -> texts.of("config.expected.path"));
    }

    static Kind<URI> baseUrl() {
        return new Kind<>("URL", Kinds::baseUrl, texts -> texts.of("config.expected.base-url"));
    }

    static Kind<String> ledgerUrl() {
        return new Kind<>("JDBC URL", text -> matching(LEDGER, text), texts -> texts.of("config.expected.ledger-url"));
    }

    static Kind<String> host() {
        return new Kind<>("host", text -> matching(HOST, text), texts -> texts.of("config.expected.host"));
    }

    static Kind<DataSize> size() {
        return new Kind<>("size", DataSize::parse, texts -> texts.of("config.expected.size"));
    }

    static Kind<DataSize> size(String least, String most) {
        long smallest = DataSize.parse(least).orElseThrow().bytes();
        long largest = DataSize.parse(most).orElseThrow().bytes();
        return new Kind<>(
                "size",
                text -> DataSize.parse(text).filter(size -> size.bytes() >= smallest && size.bytes() <= largest),
                texts -> texts.of("config.expected.size-between", least, most));
    }

    static Kind<ZoneId> zone() {
        return new Kind<>("time zone", Kinds::zone, texts -> texts.of("config.expected.zone"));
    }

    static Kind<String> charset() {
        return new Kind<>("charset", Kinds::charset, texts -> texts.of("config.expected.charset"));
    }

    static Kind<Character> delimiter() {
        return new Kind<>(
                "delimiter",
                text -> Optional.ofNullable(DELIMITERS.get(text)),
                texts -> texts.of("config.expected.delimiter"));
    }

    static Kind<Set<Long>> statuses() {
        return new Kind<>("list of codes", Kinds::statuses, texts -> texts.of("config.expected.statuses"));
    }

    static Kind<List<String>> operations() {
        return new Kind<>("list of operations", Kinds::operations, texts -> texts.of("config.expected.operations"));
    }

    static Kind<RowLimit> rowLimit() {
        return new Kind<>(
                "rows or percentage",
                text -> matching(LIMIT, text).map(RowLimit::parse),
                texts -> texts.of("config.expected.row-limit"));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return Optional.of(text).filter(value -> pattern.matcher(value).matches());
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.ofMillis(Long.parseLong(matcher.group(1)) * MILLISECONDS.get(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> baseUrl(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            return Optional.of(url).filter(ignored -> web && plain && url.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> charset(String text) {
        try {
            return Optional.of(text).filter(Charset::isSupported).map(name -> Charset.forName(name)
                    .name());
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<Long>> statuses(String text) {
        Set<Long> codes = new LinkedHashSet<>();
        for (String code : list(text)) {
            if (!STATUS.matcher(code).matches() || Long.parseLong(code) == 0) {
                return Optional.empty();
            }
            codes.add(Long.valueOf(code));
        }
        return Optional.of(codes);
    }

    private static Optional<List<String>> operations(String text) {
        List<String> ids = list(text);
        boolean fits = ids.equals(List.of("all"))
                || ids.stream().allMatch(id -> OPERATION.matcher(id).matches());
        return Optional.of(ids).filter(ignored -> fits);
    }

    private static List<String> list(String text) {
        return text.equals(NONE)
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
