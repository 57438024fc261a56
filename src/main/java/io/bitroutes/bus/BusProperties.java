package io.bitroutes.bus;

/** The names of the message properties that are ours. */
final class BusProperties {
    /** What all of them begin with. */
    static final String PREFIX = "BitAnswer";

    static final String OPERATION = PREFIX + "Operation";
    static final String CODE = PREFIX + "Code";
    /** BitAnswer's own; empty where it did not say anything. */
    static final String STATUS = PREFIX + "Status";

    static final String MSG = PREFIX + "Msg";
    /** Under which the record was last sent; empty when it was not. */
    static final String REQUEST_ID = PREFIX + "RequestId";
    /** The number of the record in its message, from 1; 0 for a message that could not be read. */
    static final String POSITION = PREFIX + "Position";
    /** How often the message was delivered, as far as the broker says. */
    static final String ATTEMPTS = PREFIX + "Attempts";
    /** The name of the queue it came from. */
    static final String SOURCE = PREFIX + "Source";
    /** How often it was moved back from the dead letters. */
    static final String REPLAYS = PREFIX + "Replays";

    /** The run that had it in its hands last. */
    static final String REPLAY = PREFIX + "Replay";
    /** Nothing but the end of a run; no letter. */
    static final String REPLAY_MARK = PREFIX + "ReplayMark";

    private BusProperties() {}
}
