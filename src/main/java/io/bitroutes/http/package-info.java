/** One client for BitAnswer: retries, rate, the wait in an outage and the proof that the key works. */
package io.bitroutes.http;
