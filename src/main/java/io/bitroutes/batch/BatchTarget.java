package io.bitroutes.batch;

import java.io.IOException;

/** Takes batches as they are cut. */
@FunctionalInterface
interface BatchTarget {
    void write(BatchHeader header, byte[] body) throws IOException;
}
