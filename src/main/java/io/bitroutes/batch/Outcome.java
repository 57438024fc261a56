package io.bitroutes.batch;

import java.util.List;

/**
 * What became of one batch.
 *
 * @param job the file's job
 * @param batch the batch's number
 * @param confirmed how many records BitAnswer confirmed
 * @param verdicts the others, one each
 * @param requests how many requests it took
 * @param retries how many of them went out more often than once, counting each further try
 */
public record Outcome(String job, int batch, int confirmed, List<Verdict> verdicts, int requests, int retries) {
    public Outcome {
        verdicts = List.copyOf(verdicts);
    }
}
