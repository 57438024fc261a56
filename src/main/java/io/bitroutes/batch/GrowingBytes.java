package io.bitroutes.batch;

import java.util.Arrays;

/** Bytes of which there will be thousands of runs at a time: grows by a quarter, not to the double. */
final class GrowingBytes {
    private static final int FIRST = 64;

    private byte[] bytes = new byte[FIRST];
    private int size;

    void add(int octet) {
        makeRoomFor(1);
        bytes[size++] = (byte) octet;
    }

    void add(byte[] more) {
        makeRoomFor(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    int size() {
        return size;
    }

    /** How many bytes of memory it takes. */
    int capacity() {
        return bytes.length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoomFor(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 4));
        }
    }
}
