/** Queues in, replies and dead letters out. */
package io.bitroutes.bus;
