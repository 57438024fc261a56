package io.bitroutes.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records of an answer that is being put together, up to a number of bytes. Not safe for threads. */
final class AskedRecords {
    private final long mostBytes;
    private final StringBuilder json = new StringBuilder("[");
    private long bytes;
    private int count;

    AskedRecords(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes records as long as there is room. Whether all of them are in. */
    boolean takesAll(List<JsonNode> page) {
        for (JsonNode item : page) {
            String text = item.toString();
            int more = text.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more > mostBytes) {
                return false;
            }
            json.append(count == 0 ? "" : ",").append(text);
            bytes += more;
            count++;
        }
        return true;
    }

    int count() {
        return count;
    }

    /** They as an array. */
    String json() {
        return json + "]";
    }
}
