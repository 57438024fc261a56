package io.bitroutes.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Tells the senders of records what became of them: {@code {"confirmed": 2, "rejected": [{"position", "code", "status",
 * "msg"}]}}, to wherever the message wanted its reply. Safe for threads.
 */
public final class WriteReplies {
    private static final JsonMapper JSON = new JsonMapper();

    private final Replies replies;

    /** @param replies by which they go */
    public WriteReplies(Replies replies) {
        this.replies = replies;
    }

    private record Reply(long confirmed, List<RejectedRecord> rejected) {}

    /** To be called once the message is acknowledged. Does nothing if nobody waits for a reply; never waits itself. */
    public void tell(BusMessage request, String operation, long confirmed, List<RejectedRecord> rejected) {
        if (request.replyTo().isPresent()) {
            BusReply.to(request, operation, json(new Reply(confirmed, rejected)))
                    .ifPresent(reply -> replies.send(reply, Duration.ZERO));
        }
    }

    private static String json(Reply reply) {
        try {
            return JSON.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
