package io.bitroutes.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON array that goes out as one body; any run of its items can go out alone. */
final class ArrayPayload implements Payload {
    private static final JsonFactory JSON = new JsonFactory();

    private final String path;
    private final String scope;
    private final byte[] array;
    private final List<Item> items;

    private record Item(int begin, int end, String key) {}

    private ArrayPayload(String path, String scope, byte[] array, List<Item> items) {
        this.path = path;
        this.scope = scope;
        this.array = array;
        this.items = items;
    }

    /** @param keyField the member that names an item; items that are strings name themselves */
    static ArrayPayload of(String path, String scope, byte[] array, String keyField) throws IOException {
        List<Item> items = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                String key = readKey(parser, keyField);
                items.add(new Item(begin, (int) parser.currentLocation().getByteOffset(), key));
            }
        }
        return new ArrayPayload(path, scope, array, items);
    }

    /** @param parts where the items end, and their names */
    static ArrayPayload of(String path, String scope, byte[] array, List<BatchHeader.Part> parts) {
        List<Item> items = new ArrayList<>(parts.size());
        int begin = 1;
        for (BatchHeader.Part part : parts) {
            // The last one is sent: a record that is renamed goes out under its new name.
            String key = part.keys().get(part.keys().size() - 1);
            items.add(new Item(begin, part.end(), key));
            begin = part.end() + 1;
        }
        return new ArrayPayload(path, scope, array, items);
    }

    /** Reads one item to its end. */
    private static String readKey(JsonParser parser, String keyField) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String name = parser.getText();
            parser.finishToken();
            return name;
        }
        String key = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals(keyField)) {
                key = parser.getText();
            }
        }
        return key;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public String path(int position) {
        return path;
    }

    @Override
    public String scope(int position) {
        return scope;
    }

    @Override
    public List<String> keys(int position) {
        return List.of(items.get(position).key());
    }

    @Override
    public int length(int position) {
        return items.get(position).end() - items.get(position).begin();
    }

    @Override
    public byte[] body(int first, int last) {
        if (first == 0 && last == items.size() - 1) {
            return array;
        }
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write('[');
        part.write(
                array,
                items.get(first).begin(),
                items.get(last).end() - items.get(first).begin());
        part.write(']');
        return part.toByteArray();
    }
}
