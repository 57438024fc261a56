/** Typed configuration, read from file, environment and system properties and checked as a whole at start. */
package io.bitroutes.config;
