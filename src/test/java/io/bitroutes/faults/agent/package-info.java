/** What runs inside the program under test: it stops at a named point, or breaks one class on purpose. */
package io.bitroutes.faults.agent;
