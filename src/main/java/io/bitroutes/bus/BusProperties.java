package io.bitroutes.bus;

/** The names of the message properties that are ours. */
final class BusProperties {
    /** What all of them begin with. */
    static final String PREFIX = "BitAnswer";

    static final String OPERATION = PREFIX + "Operation";
    static final String CODE = PREFIX + "Code";
    static final String MSG = PREFIX + "Msg";
    /** The name of the queue it came from. */
    static final String SOURCE = PREFIX + "Source";
    /** How often it was moved back from the dead letters. */
    static final String REPLAYS = PREFIX + "Replays";

    private BusProperties() {}
}
