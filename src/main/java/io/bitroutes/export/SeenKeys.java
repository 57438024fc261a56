package io.bitroutes.export;

/**
 * The keys seen so far, a million in 16 MB: 64 bits of each. That two of a million names share their bits, and the second
 * is taken for the first, happens once in thirty million exports.
 */
final class SeenKeys {
    private static final int SMALLEST = 1 << 10;
    /** No key. */
    static final long NONE = 0;

    private static final long INSTEAD_OF_NONE = 1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    private long[] table = new long[SMALLEST];
    private int count;

    /** Whether it is new. */
    boolean add(long key) {
        int place = place(table, key);
        if (table[place] == key) {
            return false;
        }
        table[place] = key;
        count++;
        if (count > table.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(long key) {
        return table[place(table, key)] != NONE;
    }

    void clear() {
        table = new long[SMALLEST];
        count = 0;
    }

    private void grow() {
        long[] wider = new long[table.length * 2];
        for (long key : table) {
            if (key != NONE) {
                wider[place(wider, key)] = key;
            }
        }
        table = wider;
    }

    /** Where it is, or would be. */
    private static int place(long[] table, long key) {
        int place = (int) key & (table.length - 1);
        while (table[place] != NONE && table[place] != key) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** The bits of a text. Every step is reversible, so that nothing of what came before is lost in it. */
    static long key(char[] text, int begin, int end) {
        long bits = (long) end - begin;
        for (int index = begin; index < end; index++) {
            bits = (bits ^ text[index]) * MULTIPLIER;
            bits ^= bits >>> HALF;
        }
        return bits == NONE ? INSTEAD_OF_NONE : bits;
    }
}
