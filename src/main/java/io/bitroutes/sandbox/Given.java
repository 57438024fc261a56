package io.bitroutes.sandbox;

import java.util.Map;

/**
 * One record of a request, its fields checked. Immutable.
 *
 * @param name which record is meant
 * @param values the members given for it, its name among them if the body has it
 */
record Given(String name, Map<String, Object> values) {}
