package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.ItemSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The wanted members of a page of records, one behind the other in an array of characters: a million records are read and
 * written without an object for each of their cells. What a record does not have is empty. Not safe for threads.
 */
final class Cells implements ItemSink {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int ABSENT = -1;
    private static final int FEW_ROWS = 16;

    private final int members;
    private final MemberOrder order;
    private final LongConsumer whenTotalIsKnown;
    private char[] text;
    private int[] begins;
    private int[] ends;
    private final BitSet integers = new BitSet();
    private int length;
    private int size;

    /**
     * @param members which are wanted
     * @param expected how many characters they will have, more or less
     * @param whenTotalIsKnown told what the server says, before the records are read, or behind them, or never
     */
    Cells(List<String> members, int expected, LongConsumer whenTotalIsKnown) {
        this.members = members.size();
        this.order = new MemberOrder(members);
        this.whenTotalIsKnown = whenTotalIsKnown;
        this.text = new char[expected];
        this.begins = new int[FEW_ROWS * this.members];
        this.ends = new int[begins.length];
    }

    /** How many records there are. */
    int size() {
        return size;
    }

    /** How many characters they have. */
    int length() {
        return length;
    }

    boolean isEmpty(int row, int member) {
        int cell = cell(row, member);
        return ends[cell] <= begins[cell];
    }

    /** Whether it came as an integer. */
    boolean isInteger(int row, int member) {
        return integers.get(cell(row, member));
    }

    String text(int row, int member) {
        int cell = cell(row, member);
        return isEmpty(row, member) ? "" : new String(text, begins[cell], ends[cell] - begins[cell]);
    }

    /** Its text without blanks around it as a key; {@link SeenKeys#NONE} if nothing is left. */
    long key(int row, int member) {
        int cell = cell(row, member);
        int begin = begins[cell];
        int end = Math.max(begin, ends[cell]);
        while (begin < end && Character.isWhitespace(text[begin])) {
            begin++;
        }
        while (begin < end && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return begin == end ? SeenKeys.NONE : SeenKeys.key(text, begin, end);
    }

    void write(int row, int member, JsonGenerator json) throws IOException {
        int cell = cell(row, member);
        json.writeString(text, begins[cell], ends[cell] - begins[cell]);
    }

    void write(int row, int member, CsvText csv) throws IOException {
        int cell = cell(row, member);
        csv.cell(text, begins[cell], Math.max(begins[cell], ends[cell]));
    }

    private int cell(int row, int member) {
        return row * members + member;
    }

    @Override
    public void begin() {
        length = 0;
        size = 0;
        integers.clear();
    }

    @Override
    public void total(long total) {
        whenTotalIsKnown.accept(total);
    }

    @Override
    public void take(JsonParser json) throws IOException {
        int row = addRow();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        order.begin();
        for (int member = order.next(json); member != MemberOrder.NONE_LEFT; member = order.next(json)) {
            JsonToken value = json.nextToken();
            if (member == MemberOrder.UNWANTED) {
                json.skipChildren();
            } else {
                take(value, json, row + member);
            }
        }
    }

    private int addRow() {
        int row = size * members;
        size++;
        if (row + members > ends.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
            ends = Arrays.copyOf(ends, begins.length);
        }
        Arrays.fill(begins, row, row + members, 0);
        Arrays.fill(ends, row, row + members, ABSENT);
        return row;
    }

    private void take(JsonToken value, JsonParser json, int cell) throws IOException {
        if (ends[cell] != ABSENT) {
            throw new JsonParseException(json, "a member stands twice in a record");
        }
        begins[cell] = length;
        if (value.isStructStart()) {
            char[] shown = JSON.readTree(json).toString().toCharArray();
            append(shown, 0, shown.length);
        } else if (value != JsonToken.VALUE_NULL) {
            append(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        integers.set(cell, value == JsonToken.VALUE_NUMBER_INT);
        ends[cell] = length;
    }

    private void append(char[] characters, int begin, int count) {
        if (count > text.length - length) {
            text = Arrays.copyOf(text, Math.max(length + count, 2 * text.length));
        }
        System.arraycopy(characters, begin, text, length, count);
        length += count;
    }
}
