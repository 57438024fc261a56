package io.bitroutes.faults;

import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.it.Queues;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the dead letters of a file whose rows were messages. */
final class DeadLetters {
    private static final Pattern NUMBER = Pattern.compile("\"description\":\"row (\\d+)\"");
    private static final long WAIT_FOR_MORE = 500;

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Returned.Row> rows = new ArrayList<>();

    private DeadLetters() {}

    /**
     * Those in a queue, which is empty afterwards.
     *
     * @param texts the messages, by the number of their row
     * @param guilty whose letters are waited for
     */
    static DeadLetters of(Queues queues, String queue, Map<Integer, String> texts, Set<Integer> guilty)
            throws JMSException {
        DeadLetters letters = new DeadLetters();
        while (letters.rows.size() < guilty.size()) {
            letters.add((TextMessage) queues.next(queue), texts);
        }
        TextMessage more = (TextMessage) queues.poll(queue, WAIT_FOR_MORE);
        while (more != null) {
            letters.add(more, texts);
            more = (TextMessage) queues.poll(queue, WAIT_FOR_MORE);
        }
        letters.compare(guilty);
        return letters;
    }

    Returned returned() {
        return new Returned(rows);
    }

    List<Complaint> complaints() {
        return complaints;
    }

    private void add(TextMessage letter, Map<Integer, String> texts) throws JMSException {
        String text = letter.getText();
        Matcher matcher = NUMBER.matcher(text);
        int number = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        if (!text.equals(texts.get(number))) {
            complain("no message was " + text);
        }
        rows.add(new Returned.Row(
                number,
                "rejected",
                letter.getStringProperty("BitAnswerCode"),
                letter.getStringProperty("BitAnswerStatus"),
                text));
    }

    private void compare(Set<Integer> guilty) {
        Set<Integer> seen = new HashSet<>();
        for (Returned.Row row : rows) {
            if (!seen.add(row.number())) {
                complain("row " + row.number() + " came back twice");
            }
            if (!guilty.contains(row.number())) {
                complain("row " + row.number() + " came back without guilt: " + row);
            }
        }
        guilty.stream()
                .filter(number -> !seen.contains(number))
                .forEach(number -> complain("row " + number + " never came back"));
    }

    private void complain(String text) {
        complaints.add(new Complaint(Kind.REJECTS_DIFFER, text));
    }
}
