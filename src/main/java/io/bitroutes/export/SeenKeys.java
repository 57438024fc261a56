package io.bitroutes.export;

import java.util.Arrays;

/**
 * The keys seen so far, a million in 16 MB: 64 bits of each. That two of a million names share their bits, and the second
 * is taken for the first, happens once in thirty million exports.
 */
final class SeenKeys {
    private static final int SMALLEST = 1 << 10;
    private static final long FREE = 0;
    private static final long INSTEAD_OF_FREE = 1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    private long[] table = new long[SMALLEST];
    private int count;

    /** Whether it is new. */
    boolean add(String key) {
        long bits = bits(key);
        int place = place(table, bits);
        if (table[place] == bits) {
            return false;
        }
        table[place] = bits;
        count++;
        if (count > table.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(String key) {
        return table[place(table, bits(key))] != FREE;
    }

    void clear() {
        table = new long[SMALLEST];
        count = 0;
    }

    private void grow() {
        long[] wider = new long[table.length * 2];
        Arrays.stream(table).filter(bits -> bits != FREE).forEach(bits -> wider[place(wider, bits)] = bits);
        table = wider;
    }

    /** Where it is, or would be. */
    private static int place(long[] table, long bits) {
        int place = (int) bits & (table.length - 1);
        while (table[place] != FREE && table[place] != bits) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** Every step is reversible, so that nothing of what came before is lost in it. */
    private static long bits(String key) {
        long bits = key.length();
        for (int index = 0; index < key.length(); index++) {
            bits = (bits ^ key.charAt(index)) * MULTIPLIER;
            bits ^= bits >>> HALF;
        }
        return bits == FREE ? INSTEAD_OF_FREE : bits;
    }
}
