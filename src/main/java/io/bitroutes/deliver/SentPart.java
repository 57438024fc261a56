package io.bitroutes.deliver;

import io.bitroutes.http.Reply;
import java.util.List;

/** What came of sending a part, after whatever was in doubt was looked into. */
sealed interface SentPart {

    /**
     * An answer that stands.
     *
     * @param inDoubt whether an earlier try of these records may have been applied all the same
     */
    record Answered(Reply reply, boolean inDoubt) implements SentPart {}

    /** BitAnswer holds the others of the part as they were sent; these are not applied and have to go again. */
    record LookedUp(List<Integer> notApplied) implements SentPart {}

    /** It may have been applied, and nobody can say. */
    record Undecided(String why) implements SentPart {}
}
