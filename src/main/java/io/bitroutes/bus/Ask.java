package io.bitroutes.bus;

import io.bitroutes.api.Operations;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.text.Texts;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions to BitAnswer. Whatever the question is, there is an answer. Safe for threads. */
public final class Ask {
    private static final Logger LOG = LoggerFactory.getLogger(Ask.class);

    private final QuestionReader reader;
    private final ApiClient client;
    private final Gate gate;
    private final Duration patience;
    private final long mostBytes;
    private final Texts texts;

    /**
     * @param gate in an outage, what it is closed for is the answer
     * @param patience how long BitAnswer is asked before there is an answer without data
     * @param mostBytes the room for records in an answer
     */
    public Ask(Operations operations, ApiClient client, Gate gate, Duration patience, long mostBytes, Texts texts) {
        this.reader = new QuestionReader(operations, texts);
        this.client = client;
        this.gate = gate;
        this.patience = patience;
        this.mostBytes = mostBytes;
        this.texts = texts;
    }

    /**
     * The answer as JSON.
     *
     * @param operation the id of a read; any other text is answered too
     * @param body its parameters as JSON
     * @throws io.bitroutes.gate.StoppingException if the program stops before there is one
     */
    public String answer(String operation, String body) {
        String id = operation.strip();
        try {
            Question question = reader.read(id, body);
            AskAnswer.Data data = new Asking(client, gate, question, patience, mostBytes, texts).answer();
            LOG.debug("{} answered with {} records", id, data.records().count());
            return data.json();
        } catch (AskException e) {
            LOG.debug("{} answered with {}", id, e.code());
            return new AskAnswer.Failure(id, e).json();
        }
    }
}
