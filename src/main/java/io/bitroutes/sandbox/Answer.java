package io.bitroutes.sandbox;

import java.util.List;

/** What the back office says, before quirks shape it. Immutable; shares its items with the tables. */
sealed interface Answer {

    /** No, and why. */
    record Refused(SandboxStatus status, String msg) implements Answer {}

    /** Yes, and nothing else. */
    record Bare() implements Answer {}

    /** A page of a list. */
    record Page(List<Item> items, int total, boolean totalKnown) implements Answer {}

    /** The records of a write, all of them and those that really changed. */
    record Written(List<Item> items, List<Item> changed) implements Answer {}
}
