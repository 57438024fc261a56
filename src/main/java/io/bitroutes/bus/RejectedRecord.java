package io.bitroutes.bus;

/**
 * A record of a message that was not confirmed, as its sender is told.
 *
 * @param position in the message, from 1
 * @param code why, in the codes of the dead letters
 * @param status BitAnswer's own; empty where it did not say anything
 * @param msg the reason, for people
 */
public record RejectedRecord(long position, String code, String status, String msg) {}
