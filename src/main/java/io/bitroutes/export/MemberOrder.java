package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the members of records come. Answers mostly keep to one, and a name that is expected is compared, not
 * read. Not safe for threads.
 */
final class MemberOrder {
    /** A member that is not wanted. */
    static final int UNWANTED = -1;
    /** The record has no more members. */
    static final int NONE_LEFT = -2;

    private static final int MOST_KNOWN = 64;

    private final List<String> wanted;
    private final List<Member> known = new ArrayList<>();
    private int expected;

    private record Member(SerializableString name, int index) {}

    MemberOrder(List<String> wanted) {
        this.wanted = wanted;
    }

    /** A record begins. */
    void begin() {
        expected = 0;
    }

    /** Goes on to the name of the record's next member; which of the wanted ones it is. */
    int next(JsonParser json) throws IOException {
        if (expected == known.size()) {
            json.nextToken();
        } else if (json.nextFieldName(known.get(expected).name())) {
            return known.get(expected++).index();
        }
        return json.currentToken() == JsonToken.FIELD_NAME ? find(json.currentName()) : NONE_LEFT;
    }

    /** Looked for behind the one that was expected: some records lack members that others have. */
    private int find(String name) {
        for (int step = 0; step < known.size(); step++) {
            int place = (expected + step) % known.size();
            if (known.get(place).name().getValue().equals(name)) {
                expected = place + 1;
                return known.get(place).index();
            }
        }
        int index = wanted.indexOf(name);
        if (known.size() < MOST_KNOWN) {
            known.add(new Member(new SerializedString(name), index));
            expected = known.size();
        }
        return index;
    }
}
