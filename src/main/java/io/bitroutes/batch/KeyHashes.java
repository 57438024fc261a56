package io.bitroutes.batch;

import java.util.Arrays;

/**
 * The keys of a batch, as four bytes each. Never denies a key that is there; two keys that look alike by chance, one
 * batch of a thousand in ten thousand, only end a batch early.
 */
final class KeyHashes {
    private static final int FIRST = 8;
    private static final int FREE = 0;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private int[] slots = new int[FIRST];
    private int size;

    /** The hash of a name in its scope. String's own would be alike too often for names of two Chinese characters. */
    static int hash(String scope, String name) {
        long hash = mixed(mixed(mixed(FNV_OFFSET, scope), "\n"), name);
        int folded = (int) (hash ^ hash >>> Integer.SIZE);
        return folded == FREE ? 1 : folded;
    }

    boolean contains(int hash) {
        return slots[slotOf(hash)] == hash;
    }

    void add(int hash) {
        int slot = slotOf(hash);
        if (slots[slot] == FREE) {
            slots[slot] = hash;
            size++;
            if (size * 4 > slots.length * 3) {
                grow();
            }
        }
    }

    /** How many bytes of memory it takes. */
    int memory() {
        return slots.length * Integer.BYTES;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != FREE).forEach(hash -> slots[slotOf(hash)] = hash);
    }

    /** Where the hash is, or the free slot where it belongs. */
    private int slotOf(int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int index = 0; index < text.length(); index++) {
            mixed = (mixed ^ text.charAt(index)) * FNV_PRIME;
        }
        return mixed;
    }
}
