package io.bitroutes.it;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What others see of a program, whole: replies and dead letters with all they carry, health and metrics. */
final class CanarySeen implements AutoCloseable {
    private static final String REPLACE = "bitanswer.customers.replace";
    private static final String REPLIES = "replies";
    private static final Pattern OPS = Pattern.compile("ops (http://\\S+)");

    private final Program program;
    private final Queues queues;
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder seen = new StringBuilder();

    CanarySeen(Program program, int port) throws JMSException {
        this.program = program;
        this.queues = Queues.of(new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port));
    }

    /** Records that are confirmed, refused and not readable, each with its reply and its dead letter. */
    void sendRecords() throws JMSException {
        send(REPLACE, "[{\"name\":\"a\"},{\"name\":\"x\",\"referenceId\":\"TAKEN\"}]", null);
        send(REPLACE, "[{\"name\":", null);
        note(queues.next("bitanswer.deadletter"));
        note(queues.next("bitanswer.deadletter"));
    }

    /** A question and its answer. */
    void ask() throws JMSException {
        send("bitanswer.ask", "{}", "customers.list");
    }

    private void send(String queue, String text, String operation) throws JMSException {
        Queue replies = queues.session().createQueue(REPLIES);
        TextMessage message = queues.session().createTextMessage(text);
        message.setJMSReplyTo(replies);
        if (operation != null) {
            message.setStringProperty("BitAnswerOperation", operation);
        }
        queues.send(queue, message);
        note(queues.next(REPLIES));
    }

    /** Health and metrics, as they are now. */
    void lookAround() throws Exception {
        Matcher ops = OPS.matcher(program.output());
        if (!ops.find()) {
            throw new AssertionError("no address of health and metrics in " + program.output());
        }
        for (String path : new String[] {"health", "health/live", "health/ready", "metrics"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(ops.group(1) + "/observe/" + path))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            seen.append(answer.headers().map()).append(answer.body()).append('\n');
        }
    }

    private void note(Message message) throws JMSException {
        Enumeration<?> names = message.getPropertyNames();
        for (Object name : Collections.list(names)) {
            seen.append(name)
                    .append('=')
                    .append(message.getObjectProperty(name.toString()))
                    .append('\n');
        }
        seen.append(message).append('\n').append(message.getBody(String.class)).append('\n');
    }

    String text() {
        return seen.toString();
    }

    @Override
    public void close() throws JMSException {
        queues.close();
    }
}
