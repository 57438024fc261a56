/** Queues in, dead letters out: messages are received in transactions, delivered as files are, and acknowledged last. */
package io.bitroutes.bus;
