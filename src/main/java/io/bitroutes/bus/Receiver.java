package io.bitroutes.bus;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives from one queue until it is stopped: connects, and again when the connection is lost; hands messages to the
 * route; acknowledges them when the route says so. What the route cannot settle stays in the open session and is handed to
 * it again: brokers count deliveries, and some drop a message after a few.
 */
final class Receiver implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final String queue;
    private final String deadLetterQueue;
    private final BusLines lines;
    private final Gate gate;
    private final boolean obeysGate;
    private final ReceiveLimits limits;
    private final JmsBatchConsumer consumer;
    private volatile boolean stopped;
    /** The last message of a transaction that may have to be received once more. */
    private Optional<String> uncommitted = Optional.empty();

    Receiver(JmsBatchEndpoint endpoint, JmsBatchConsumer consumer) {
        this.queue = endpoint.getQueue();
        this.deadLetterQueue = endpoint.getDeadLetterQueue();
        this.lines = endpoint.getLines();
        this.gate = lines.gate();
        this.obeysGate = endpoint.isObeysGate();
        this.limits =
                new ReceiveLimits(endpoint.getBatchSize(), endpoint.getBodies(), endpoint.getLinger(), lines.counter());
        this.consumer = consumer;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        Duration pause = SHORTEST_PAUSE;
        while (goesOn()) {
            long begun = System.nanoTime();
            try (Line line = Line.open(lines.broker(), queue, deadLetterQueue)) {
                lines.watch().works(queue);
                receive(line);
            } catch (JMSException | RuntimeException e) {
                if (goesOn()) {
                    lines.watch().failed(queue, e);
                }
            }
            boolean lasted = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
            pause = lasted ? SHORTEST_PAUSE : longer(pause);
            rest(goesOn() ? pause : Duration.ZERO);
        }
    }

    private boolean goesOn() {
        return !stopped && !gate.stopping();
    }

    private void receive(Line line) throws JMSException {
        while (goesOn()) {
            if (!takesIn()) {
                rest(LOOK);
                continue;
            }
            Optional<BusMessage> first = line.receive(LOOK);
            if (first.isPresent()) {
                settle(line, first.get());
            }
        }
    }

    private boolean takesIn() {
        return !obeysGate || gate.takesIn();
    }

    /** Until the route has settled the messages, or it is time to stop: then they go back to the broker. */
    private void settle(Line line, BusMessage first) throws JMSException {
        BusMessages messages = new BusMessages();
        BusTurn turn = firstTurn(line, first, messages);
        Duration pause = SHORTEST_PAUSE;
        while (!turn.isSettled() && goesOn()) {
            rest(pause);
            pause = longer(pause);
            if (goesOn()) {
                turn = turn(messages.again(), true);
            }
        }
        if (turn.isSettled()) {
            for (DeadLetter letter : turn.deadLetters()) {
                line.send(letter);
            }
            line.commit();
            uncommitted = Optional.empty();
            turn.toDoAfterCommit().forEach(this::doAfterCommit);
        }
    }

    /** The route has a thread of its own, so that it works the first messages while this one receives the next. */
    private BusTurn firstTurn(Line line, BusMessage first, BusMessages messages) throws JMSException {
        Future<BusTurn> turn = consumer.inRoute(() -> turn(messages, false));
        try {
            new Gathering(line, limits, messages, uncommitted, () -> goesOn() && takesIn() && !turn.isDone())
                    .run(first);
        } finally {
            uncommitted = messages.lastId();
            // Whatever happened to the connection: before it is over, nothing may be received once more.
            await(turn);
        }
        return await(turn);
    }

    private static BusTurn await(Future<BusTurn> turn) {
        try {
            return turn.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private BusTurn turn(BusMessages messages, boolean again) {
        BusTurn turn = new BusTurn(again);
        Exchange exchange = consumer.createExchange(false);
        try {
            exchange.getIn().setBody(messages);
            exchange.setProperty(BusTurn.PROPERTY, turn);
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null && goesOn()) {
            lines.watch().failed(queue, exchange.getException());
            turn = new BusTurn(true);
        } else {
            lines.watch().works(queue);
        }
        consumer.releaseExchange(exchange, false);
        return turn;
    }

    private void doAfterCommit(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The messages are acknowledged: whoever waits for more than that has to ask.
            LOG.warn("after the commit on {}: {}", queue, e.toString());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** In small steps, so that a stop of this route alone does not wait either. */
    private void rest(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (goesOn() && System.nanoTime() < end) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            gate.rest(left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }
}
