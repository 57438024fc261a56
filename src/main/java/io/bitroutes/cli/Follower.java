package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows a dropped file to its receipt. */
final class Follower {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final JsonMapper JSON = new JsonMapper();

    private final Bundle bundle;
    private final Duration patience;

    /** @param patience how long a file may take */
    Follower(Bundle bundle, Duration patience) {
        this.bundle = bundle;
        this.patience = patience;
    }

    /**
     * The receipt of the latest job of that file.
     *
     * @throws IOException if there is none in time: the file was refused whole, or is still being worked on
     */
    JsonNode receiptOf(String operation, String file) throws IOException {
        for (long left = patience.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
            bundle.parts().gate.pause(BETWEEN_LOOKS);
            Optional<Path> receipt = receipt(operation, file);
            if (receipt.isPresent()) {
                return JSON.readTree(receipt.get().toFile());
            }
        }
        throw new IOException("no receipt of " + file + " within " + patience);
    }

    private Optional<Path> receipt(String operation, String file) throws IOException {
        Optional<Job> job = bundle.parts().jobLedger.in(Job.State.DONE).stream()
                .filter(done ->
                        done.operation().equals(operation) && done.name().equals(file))
                .reduce((earlier, later) -> later);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(bundle.parts().home.archive(job.get()))) {
            return files.filter(path ->
                            path.getFileName().toString().endsWith(job.get().id() + ".receipt.json"))
                    .findFirst();
        }
    }
}
