package io.bitroutes.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A folder in which people look for reports, open for use. It is never made here. Not safe for threads. */
interface Share extends Closeable {
    /** The file by which a share is known once it was used: a folder without it is not the share. */
    String MARKER = ".bitanswer-share";

    /** Whether a file of that name is there. */
    boolean holds(String name) throws IOException;

    /**
     * Puts a copy of a local file there. Under its name it is whole, or not there, or still the one before.
     *
     * @param temporary its name until then
     */
    void put(Path file, String temporary, String name) throws IOException;

    /** Removes a file; there may be none. */
    void remove(String name) throws IOException;
}
