package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.bitroutes.text.ParserWords;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the file in which operators schedule exports, and says what is wrong with it. Not safe for threads. */
public final class SchedulesFile {
    /** Its name in the folder of the routes. */
    public static final String NAME = "exports.camel.yaml";

    /** Windows' Notepad may begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String TEMPLATE = "export";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String file;
    private final Texts texts;
    private final ScheduleRules rules;
    private final List<String> problems = new ArrayList<>();

    /** @param file what it is called in complaints */
    public SchedulesFile(String file, ScheduleRules rules, Texts texts) {
        this.file = file;
        this.rules = rules;
        this.texts = texts;
    }

    /**
     * The exports that are enabled.
     *
     * @throws SchedulesException if anything is wrong, with all of it
     */
    public List<ScheduledExport> read(String yaml) throws SchedulesException {
        List<ScheduledExport> exports = new ArrayList<>();
        for (WrittenExport written : written(yaml)) {
            if (isEnabled(written)) {
                rules.check(written, (parameter, problem) -> complain(written.id(), parameter, problem))
                        .ifPresent(exports::add);
            }
        }
        checkApart(exports);
        if (!problems.isEmpty()) {
            throw new SchedulesException(problems);
        }
        return exports;
    }

    private List<WrittenExport> written(String yaml) {
        List<WrittenExport> written = new ArrayList<>();
        try {
            int number = 0;
            for (JsonNode item : YAML.readTree(yaml.startsWith(BYTE_ORDER_MARK) ? yaml.substring(1) : yaml)) {
                number++;
                item(item, number).ifPresent(written::add);
            }
        } catch (JsonProcessingException e) {
            problems.add(texts.of(
                    "schedule.yaml", file, e.getLocation().getLineNr(), ParserWords.of(e.getOriginalMessage())));
        }
        return written;
    }

    private Optional<WrittenExport> item(JsonNode item, int number) {
        JsonNode route = item.path("templatedRoute");
        if (item.size() != 1 || !route.path("routeTemplateRef").asText("").equals(TEMPLATE)) {
            problems.add(texts.of("schedule.item", file, number));
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode parameter : route.path("parameters")) {
            parameters.put(
                    parameter.path("name").asText(""), parameter.path("value").asText(""));
        }
        String id = parameters.getOrDefault(WrittenExport.ID, "");
        if (!ID.matcher(id).matches()) {
            complain(texts.of("schedule.number", number), WrittenExport.ID, texts.of("schedule.id", id));
            return Optional.empty();
        }
        parameters.keySet().stream()
                .filter(name -> !ScheduleParameters.ALL.contains(name))
                .forEach(name -> complain(id, name, unknown(name)));
        return Optional.of(new WrittenExport(id, parameters));
    }

    private String unknown(String name) {
        String meant = Suggestion.near(name, ScheduleParameters.ALL)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        return texts.of("schedule.unknown", meant, String.join(", ", ScheduleParameters.ALL));
    }

    private boolean isEnabled(WrittenExport written) {
        String text = written.find(WrittenExport.ENABLED).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            complain(written.id(), WrittenExport.ENABLED, texts.of("schedule.switch", text));
        }
        return text.equals("true");
    }

    /** No two have one id, or write to one file. */
    private void checkApart(List<ScheduledExport> exports) {
        Set<String> ids = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (ScheduledExport export : exports) {
            if (!ids.add(export.id())) {
                complain(export.id(), WrittenExport.ID, texts.of("schedule.twice"));
            }
            String place = export.share().text() + " ";
            boolean other = files.add(place + export.file().text());
            if (!other || (export.latest() && !files.add(place + export.file().latest()))) {
                complain(export.id(), ScheduleParameters.FILE, texts.of("schedule.same-file"));
            }
        }
    }

    private void complain(String id, String parameter, String problem) {
        problems.add(texts.of("schedule.problem", file, id, parameter, problem));
    }
}
