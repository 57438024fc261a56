package io.bitroutes.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes the items of an answer from the parser, instead of having trees made of them. */
public interface ItemSink {

    /** An answer begins; what an earlier one has brought is void. */
    void begin();

    /** How many items there are in all, as the server says; perhaps never told, and not to be relied on. */
    void total(long total);

    /** Takes the item at whose first token the parser stands, and leaves it at the last. */
    void take(JsonParser item) throws IOException;
}
