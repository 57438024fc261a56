package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drops the samples one after another and shows what became of each. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TABLE = "%-20s %6s %10s %9s %9s%n";

    private final Bundle bundle;
    private final Path home;
    private final Texts texts;
    private final PrintStream out;

    Demo(Bundle bundle, Path home, Texts texts, PrintStream out) {
        this.bundle = bundle;
        this.home = home;
        this.texts = texts;
        this.out = out;
    }

    /** Whether all of it ended as foreseen. */
    boolean run() throws IOException {
        List<JsonNode> receipts = new ArrayList<>();
        boolean asForeseen = true;
        for (Sample sample : Sample.all()) {
            JsonNode receipt = work(sample);
            receipts.add(receipt);
            asForeseen &= isAsForeseen(sample, receipt);
        }
        showTable(receipts);
        for (JsonNode receipt : receipts) {
            showReturned(receipt);
        }
        return asForeseen;
    }

    private JsonNode work(Sample sample) throws IOException {
        sample.dropInto(bundle.parts().home.inbox(sample.operation()));
        out.println(texts.of("demo.dropped", sample.file(), sample.operation()));
        JsonNode receipt = new Follower(bundle, PATIENCE).receiptOf(sample.operation(), sample.file());
        out.println(texts.of(
                "demo.worked",
                sample.file(),
                receipt.get("rows").asLong(),
                receipt.get("job").asText()));
        return receipt;
    }

    private static boolean isAsForeseen(Sample sample, JsonNode receipt) {
        return receipt.get("rows").asLong() == sample.rows()
                && receipt.get("confirmed").asLong() == sample.confirmed()
                && receipt.get("rejected").asLong() == sample.rejected();
    }

    private void showTable(List<JsonNode> receipts) {
        out.println();
        out.printf(TABLE, "operation", "rows", "confirmed", "rejected", "requests");
        for (JsonNode receipt : receipts) {
            out.printf(
                    TABLE,
                    receipt.get("operation").asText(),
                    receipt.get("rows"),
                    receipt.get("confirmed"),
                    receipt.get("rejected"),
                    receipt.get("requests"));
        }
        out.println();
    }

    private void showReturned(JsonNode receipt) throws IOException {
        if (receipt.get("deadLetter").isNull()) {
            return;
        }
        out.println(receipt.get("deadLetter").asText());
        Path file = home.resolve(receipt.get("deadLetter").asText());
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            rows.forEach(row -> out.printf(
                    "  row %s  %s %s  %s%n",
                    row.getField("_row"), row.getField("_code"), row.getField("_status"), row.getField("_msg")));
        }
    }
}
