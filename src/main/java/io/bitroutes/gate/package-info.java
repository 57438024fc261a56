/** Open or closed, and why: the one place where the process waits out an outage. Imports nothing of the house. */
package io.bitroutes.gate;
