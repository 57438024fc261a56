package io.bitroutes.bus;

import io.bitroutes.text.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes questions from a queue and answers them. Safe for threads. */
public final class Asks {
    private static final Logger LOG = LoggerFactory.getLogger(Asks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ask ask;
    private final Replies replies;
    private final Texts texts;

    public Asks(Ask ask, Replies replies, Texts texts) {
        this.ask = ask;
        this.replies = replies;
        this.texts = texts;
    }

    /** Each gets an answer, once it is acknowledged; one that wants none is a dead letter. */
    public void answer(@Body BusMessages messages, @ExchangeProperty(BusTurn.PROPERTY) BusTurn turn) {
        BusMessages.Part part;
        do {
            part = messages.next();
            part.messages().forEach(message -> take(message, turn));
        } while (!part.last());
        turn.settled();
    }

    private void take(BusMessage message, BusTurn turn) {
        if (message.replyTo().isEmpty()) {
            turn.deadLetter(withoutReplyTo(message));
        } else {
            answer(message, turn);
        }
    }

    private void answer(BusMessage message, BusTurn turn) {
        String operation = operation(message);
        String json = answer(operation, message.body());
        BusReply.to(message, operation, json).ifPresent(reply -> turn.afterCommit(() -> replies.send(reply, PATIENCE)));
    }

    private String answer(String operation, BusMessage.Body body) {
        if (body instanceof BusMessage.Text text) {
            return ask.answer(operation, text.text());
        }
        if (body instanceof BusMessage.Bytes bytes) {
            return answer(operation, bytes.bytes());
        }
        BusMessage.Unread unread = (BusMessage.Unread) body;
        return unread.isEmpty()
                ? ask.answer(operation, "")
                : refusal(operation, texts.of("ask.body.unread", unread.kind()));
    }

    private String answer(String operation, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return ask.answer(operation, text);
        } catch (CharacterCodingException notUtf8) {
            return refusal(operation, texts.of("ask.body.charset"));
        }
    }

    private static String refusal(String operation, String msg) {
        return new AskAnswer.Failure(operation, new AskException(AskCode.INVALID, msg)).json();
    }

    private static String operation(BusMessage message) {
        return String.valueOf(message.properties().getOrDefault(BusProperties.OPERATION, ""));
    }

    private DeadLetter withoutReplyTo(BusMessage message) {
        String msg = texts.of("ask.no-reply-to");
        LOG.warn("{}: {}", message.queue(), msg);
        return new DeadLetter(
                message,
                message.body(),
                Map.of(
                        BusProperties.CODE,
                        AskCode.INVALID.name(),
                        BusProperties.MSG,
                        msg,
                        BusProperties.SOURCE,
                        message.queue()));
    }
}
