package io.bitroutes.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where an export goes. What is closed before it is published leaves nothing under the final name. */
public interface ExportTarget extends Closeable {

    /** What people call it. */
    String name();

    /** Takes the content. */
    OutputStream stream();

    /** Says that the content is whole. */
    void publish() throws IOException;
}
