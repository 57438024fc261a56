package io.bitroutes.cli;

/** How far something is, for whoever watches. */
interface Progress {

    /** Something has changed, in words. */
    void say(String line);

    /** So much is done of all there is. */
    void at(long done, long all);

    /** Nothing more will be said. */
    void end();
}
