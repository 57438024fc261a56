package io.bitroutes.export;

/** Told what becomes of scheduled exports; must be quick and must not fail. Safe for threads. */
public interface RunWatch {
    /** A run is published. */
    void published(String export, ExportSummary summary);

    /** A run has failed. */
    void failed(String export);
}
