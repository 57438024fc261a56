package io.bitroutes.bus;

import io.bitroutes.text.Texts;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends replies, on a connection and a thread of their own: neither a slow requester nor a broker that lets nothing in
 * disturbs what is received. What cannot be sent is given up, and said once until one can be sent again. Safe for threads.
 */
public final class Replies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int ROOM_KILOBYTES = 32 << 10;
    private static final int KILOBYTE = 1 << 10;
    private static final int MOST_AT_A_TIME = 200;
    private static final int MOST_CONNECTS = 10;
    private static final Duration BETWEEN_CONNECTS = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final BlockingQueue<BusReply> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM_KILOBYTES);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Broker broker;
    private final Duration timeToLive;
    private final Texts texts;
    private final Thread thread = new Thread(this::run, "replies");
    private boolean failing;

    private Replies(Broker broker, Duration timeToLive, Texts texts) {
        this.broker = broker;
        this.timeToLive = timeToLive;
        this.texts = texts;
    }

    /**
     * Begins to send what is given.
     *
     * @param timeToLive after which the broker may drop a reply that nobody has received
     */
    public static Replies start(Broker broker, Duration timeToLive, Texts texts) {
        Replies replies = new Replies(broker, timeToLive, texts);
        replies.thread.setDaemon(true);
        replies.thread.start();
        return replies;
    }

    /** Takes a reply, to be sent soon. Waits for room no longer than that; without any the reply is given up. */
    void send(BusReply reply, Duration patience) {
        try {
            if (room.tryAcquire(size(reply), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.add(reply);
            } else {
                failed(texts.of("bus.reply.no-room"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e.toString());
        }
    }

    /** In kilobytes; never more than there is room for. */
    private static int size(BusReply reply) {
        return Math.min(ROOM_KILOBYTES, 1 + reply.json().length() / KILOBYTE);
    }

    private void run() {
        try {
            while (stopped.getCount() > 0 || !waiting.isEmpty()) {
                sendWhatComes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection for as long as there is something to send. */
    private void sendWhatComes() throws InterruptedException {
        List<BusReply> some = next();
        if (some.isEmpty()) {
            return;
        }
        try (ReplyLine line = connected()) {
            while (!some.isEmpty() && send(line, some)) {
                some = next();
            }
        } catch (JMSException | RuntimeException e) {
            failed(e.toString());
        } finally {
            some.forEach(this::isDone);
        }
    }

    private List<BusReply> next() throws InterruptedException {
        List<BusReply> some = new ArrayList<>();
        BusReply first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            some.add(first);
            waiting.drainTo(some, MOST_AT_A_TIME - 1);
        }
        return some;
    }

    /** A broker that is just being restarted is waited for a little. */
    private ReplyLine connected() throws JMSException, InterruptedException {
        for (int connect = 1; connect < MOST_CONNECTS; connect++) {
            try {
                return ReplyLine.open(broker, timeToLive);
            } catch (JMSException | RuntimeException e) {
                LOG.debug("no connection for replies", e);
                if (stopped.await(BETWEEN_CONNECTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        return ReplyLine.open(broker, timeToLive);
    }

    /** If a group cannot be sent, each of it by itself on a new line. Whether this one is still good. */
    private boolean send(ReplyLine line, List<BusReply> some) {
        try {
            line.send(some);
            works();
            return true;
        } catch (JMSException | RuntimeException e) {
            LOG.debug("replies go one by one", e);
            some.forEach(this::sendAlone);
            return false;
        } finally {
            some.forEach(this::isDone);
            some.clear();
        }
    }

    private void sendAlone(BusReply reply) {
        try (ReplyLine line = ReplyLine.open(broker, timeToLive)) {
            line.send(List.of(reply));
            works();
        } catch (JMSException | RuntimeException e) {
            failed(e.toString());
        }
    }

    private void isDone(BusReply reply) {
        room.release(size(reply));
    }

    private synchronized void failed(String reason) {
        if (failing) {
            LOG.debug("a reply was given up: {}", reason);
        } else {
            LOG.warn("{}", texts.of("bus.reply.failed", reason));
        }
        failing = true;
    }

    private synchronized void works() {
        failing = false;
    }

    /** What waits is sent, but not waited for any longer than a stop may take. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
