package io.bitroutes.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bitroutes.job.Receipt;
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
        List<Receipt> receipts = new ArrayList<>();
        boolean asForeseen = true;
        out.printf(TABLE, "file", "rows", "confirmed", "rejected", "requests");
        for (Sample sample : Sample.all()) {
            sample.dropInto(bundle.parts().home.inbox(sample.operation()));
            Receipt receipt = new Follower(bundle.parts(), PATIENCE).receiptOf(sample.operation(), sample.file());
            show(receipt);
            receipts.add(receipt);
            asForeseen &= isAsForeseen(sample, receipt);
        }
        out.println();
        for (Receipt receipt : receipts) {
            showReturned(receipt);
        }
        return asForeseen;
    }

    private static boolean isAsForeseen(Sample sample, Receipt receipt) {
        return receipt.rows() == sample.rows()
                && receipt.confirmed() == sample.confirmed()
                && receipt.rejected() == sample.rejected();
    }

    private void show(Receipt receipt) {
        out.printf(TABLE, receipt.file(), receipt.rows(), receipt.confirmed(), receipt.rejected(), receipt.requests());
    }

    private void showReturned(Receipt receipt) throws IOException {
        if (receipt.deadLetter() == null) {
            return;
        }
        out.println(receipt.deadLetter());
        Path file = home.resolve(receipt.deadLetter());
        Charset charset = Charset.forName(receipt.charset());
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .detectBomHeader(true)
                .fieldSeparator(receipt.delimiter().charAt(0))
                .ofNamedCsvRecord(file, charset)) {
            rows.forEach(row -> out.printf(
                    "  row %s  %s %s  %s%n",
                    row.getField("_row"), row.getField("_code"), row.getField("_status"), row.getField("_msg")));
        }
    }
}
