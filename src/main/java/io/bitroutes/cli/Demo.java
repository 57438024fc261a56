package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drops the samples one after another and shows what became of each. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TABLE = "%-24s %6s %10s %9s %9s%n";

    private final Bundle bundle;
    private final Path home;
    private final PrintStream out;

    Demo(Bundle bundle, Path home, PrintStream out) {
        this.bundle = bundle;
        this.home = home;
        this.out = out;
    }

    /** Whether all of it ended as foreseen. A line of the table appears as soon as its file is worked through. */
    boolean run() throws IOException {
        List<JsonNode> receipts = new ArrayList<>();
        boolean asForeseen = true;
        out.printf(TABLE, "file", "rows", "confirmed", "rejected", "requests");
        for (Sample sample : Sample.all()) {
            sample.dropInto(bundle.parts().home.inbox(sample.operation()));
            JsonNode receipt = new Follower(bundle, PATIENCE).receiptOf(sample.operation(), sample.file());
            show(receipt);
            receipts.add(receipt);
            asForeseen &= isAsForeseen(sample, receipt);
        }
        out.println();
        for (JsonNode receipt : receipts) {
            showReturned(receipt);
        }
        return asForeseen;
    }

    private static boolean isAsForeseen(Sample sample, JsonNode receipt) {
        return receipt.get("rows").asLong() == sample.rows()
                && receipt.get("confirmed").asLong() == sample.confirmed()
                && receipt.get("rejected").asLong() == sample.rejected();
    }

    private void show(JsonNode receipt) {
        out.printf(
                TABLE,
                receipt.get("file").asText(),
                receipt.get("rows"),
                receipt.get("confirmed"),
                receipt.get("rejected"),
                receipt.get("requests"));
    }

    private void showReturned(JsonNode receipt) throws IOException {
        if (receipt.get("deadLetter").isNull()) {
            return;
        }
        out.println(receipt.get("deadLetter").asText());
        Path file = home.resolve(receipt.get("deadLetter").asText());
        Charset charset = Charset.forName(receipt.get("charset").asText());
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .fieldSeparator(receipt.get("delimiter").asText().charAt(0))
                .ofNamedCsvRecord(file, charset)) {
            rows.forEach(row -> out.printf(
                    "  row %s  %s %s  %s%n",
                    row.getField("_row"), row.getField("_code"), row.getField("_status"), row.getField("_msg")));
        }
    }
}
