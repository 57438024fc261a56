package io.bitroutes.export;

import io.bitroutes.api.Envelope;
import io.bitroutes.api.ItemsKept;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page as it is read from an answer. */
final class AnsweredPage {
    private AnsweredPage() {}

    /** @param items in JSON */
    static Cells of(List<String> members, List<String> items) throws IOException {
        Cells cells = new Cells(members, 1, total -> {});
        read(cells, items);
        return cells;
    }

    static void read(Cells cells, List<String> items) throws IOException {
        String answer = "{\"status\": 0, \"data\": {\"items\": [" + String.join(", ", items) + "]}}";
        Envelope.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), ItemsKept.by(cells));
    }
}
