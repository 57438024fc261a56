package io.bitroutes.record;

/** Configuration items that a licence inherits: writing one back would pin it to the licence. */
final class Inheritance {
    static final String FIELD = "source";
    private static final String OWN = "sn";

    private Inheritance() {}

    static boolean inherited(String source) {
        String stripped = source.strip();
        return !stripped.isEmpty() && !stripped.equalsIgnoreCase(OWN);
    }
}
