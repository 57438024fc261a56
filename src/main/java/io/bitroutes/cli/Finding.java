package io.bitroutes.cli;

/**
 * One line of a check.
 *
 * @param well whether it is as it should be
 * @param subject what was looked at, for people
 * @param text what was found, and what to do when it is not well
 */
record Finding(boolean well, String subject, String text) {}
