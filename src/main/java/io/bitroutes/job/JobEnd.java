package io.bitroutes.job;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.ledger.Job;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a job that is done has ended.
 *
 * @param receipt what became of its rows; empty if the file was refused whole
 * @param text the same for people, with whole paths
 */
public record JobEnd(Optional<Receipt> receipt, String text) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads what the job has left.
     *
     * @throws IOException if its receipt cannot be read
     */
    public static JobEnd of(Job job, Home home, Texts texts) throws IOException {
        OutputName name = OutputName.of(job);
        if (job.broken().isPresent()) {
            BrokenFile broken = BrokenFile.read(job.broken().get());
            Path returned = home.deadLetter(job).resolve(name.original());
            return new JobEnd(
                    Optional.empty(),
                    texts.of(
                            "import.refused",
                            job.name(),
                            broken.found(),
                            broken.place(texts),
                            broken.expected(),
                            returned));
        }
        Path file = home.archive(job).resolve(name.report(Receipts.RECEIPT + ".json"));
        Receipt receipt = JSON.readValue(file.toFile(), Receipt.class);
        return new JobEnd(Optional.of(receipt), receipt.in(home.root()).text(texts));
    }
}
