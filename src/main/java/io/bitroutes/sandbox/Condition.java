package io.bitroutes.sandbox;

import io.bitroutes.api.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One condition of a query, checked; its values are alternatives. Immutable. */
record Condition(String field, String operator, List<String> values, Predicate<String> holds) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

    static Condition of(Query.Condition given, Set<String> queryable) {
        require(
                given != null && given.name() != null && queryable.contains(given.name()),
                "cannot query by " + given + ", but by " + new TreeSet<>(queryable));
        List<String> values = given.values();
        require(
                values != null && !values.isEmpty() && values.stream().allMatch(Objects::nonNull),
                "the condition on '" + given.name() + "' has no values");
        require(
                !given.name().equals("updateTime")
                        || values.stream().allMatch(value -> TIME.matcher(value).matches()),
                "updateTime is compared with yyyy-MM-dd HH:mm:ss, not " + values);
        List<String> trimmed = values.stream().map(String::strip).toList();
        return new Condition(given.name(), given.op(), trimmed, holds(given, trimmed));
    }

    boolean test(Item item) {
        return holds.test(item.text(field));
    }

    boolean isNames(String keyField) {
        return field.equals(keyField) && operator.equals("=");
    }

    private static Predicate<String> holds(Query.Condition given, List<String> values) {
        return switch (String.valueOf(given.op())) {
            case "=" -> Set.copyOf(values)::contains;
            case ">" -> text -> values.stream().anyMatch(value -> text.compareTo(value) > 0);
            case "like" -> {
                List<Pattern> patterns = values.stream().map(Condition::like).toList();
                yield text -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(text).matches());
            }
            default ->
                throw new Refusal(
                        SandboxStatus.BAD_QUERY,
                        "the operator of the condition on '" + given.name() + "' is '" + given.op()
                                + "', known are = like >");
        };
    }

    private static Pattern like(String value) {
        return Pattern.compile(
                Arrays.stream(value.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(SandboxStatus.BAD_QUERY, message);
        }
    }
}
