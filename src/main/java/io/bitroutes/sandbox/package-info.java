/** A BitAnswer to try against: all operations over real HTTP, with a memory, and able to misbehave. Knows only the API. */
package io.bitroutes.sandbox;
