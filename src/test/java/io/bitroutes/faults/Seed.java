package io.bitroutes.faults;

import java.util.Random;

/** Chance that can be repeated: what is drawn is printed, and taken again with {@code -Dfaults.seed}. */
final class Seed {
    private static final String PROPERTY = "faults.seed";

    private Seed() {}

    /** @param who says what ran with it */
    static Random of(Class<?> who) {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.printf("%s: -D%s=%d%n", who.getSimpleName(), PROPERTY, seed);
        return new Random(seed);
    }
}
