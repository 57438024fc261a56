package io.bitroutes.export;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import io.bitroutes.api.UnreachableNameException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The places an export reads from: of configuration items, the licences they belong to. */
final class Licences {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Operation operation;
    private final Texts texts;
    private final String parameter;

    /** @param parameter with which licences are named */
    Licences(Operation operation, Texts texts, String parameter) {
        this.operation = operation;
        this.texts = texts;
        this.parameter = parameter;
    }

    /** Each licence once, in the order given; a single empty place for what belongs to none. */
    List<Map<String, String>> places(ExportRequest request) throws ExportException {
        List<String> inPath = operation.pathFields();
        boolean none = request.licences().isEmpty() && request.licenceFile().isEmpty();
        if (inPath.isEmpty() && !none) {
            throw new ExportException(texts.of("export.sn.not-wanted", operation.id(), parameter));
        }
        if (inPath.isEmpty()) {
            return List.of(Map.of());
        }
        if (none) {
            throw new ExportException(texts.of("export.sn.missing", operation.id(), parameter));
        }
        String field = inPath.get(0);
        List<String> licences = new ArrayList<>(request.licences());
        if (request.licenceFile().isPresent()) {
            licences.addAll(inFile(request.licenceFile().get(), field));
        }
        return places(field, licences);
    }

    private List<Map<String, String>> places(String field, List<String> licences) throws ExportException {
        List<Map<String, String>> places = licences.stream()
                .map(String::strip)
                .distinct()
                .map(licence -> Map.of(field, licence))
                .toList();
        try {
            places.forEach(operation::pathFor);
        } catch (UnreachableNameException e) {
            throw new ExportException(texts.of("export.sn.unreachable", e.value()), e);
        }
        return places;
    }

    private List<String> inFile(Path file, String field) throws ExportException {
        List<String> lines = new ArrayList<>(lines(file));
        lines.removeIf(String::isBlank);
        if (!lines.isEmpty() && isHeader(lines.get(0).strip(), field)) {
            lines.remove(0);
        }
        if (lines.isEmpty()) {
            throw new ExportException(texts.of("export.sn.file-empty", file));
        }
        return lines;
    }

    private List<String> lines(Path file) throws ExportException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new ExportException(texts.of("export.sn.file-unreadable", file, e), e);
        }
    }

    /** A list that was saved from a spreadsheet begins with the name of its column. */
    private boolean isHeader(String line, String name) {
        Field field = operation.field(name).orElseThrow();
        return line.equals(name) || field.aliases().contains(line);
    }
}
