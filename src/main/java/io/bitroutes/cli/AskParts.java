package io.bitroutes.cli;

import io.bitroutes.bus.Ask;
import io.bitroutes.bus.Asks;
import io.bitroutes.bus.BusLines;
import io.bitroutes.config.AskSettings;
import io.bitroutes.config.BusSettings;
import java.util.Map;

/** What answers questions that come over the bus. */
final class AskParts {
    private static final String NAME = "ask";

    private AskParts() {}

    /** Begins to answer them. */
    static void start(Parts parts, BusParts bus, RoutesContext routes) {
        AskSettings settings = parts.settings.ask();
        Ask ask = new Ask(
                parts.operations, parts.client, parts.gate, settings.timeout(), settings.mostBytes(), parts.texts);
        routes.bind("asks", new Asks(ask, bus.replies, parts.texts));
        routes.bind("askLines", new BusLines(bus.broker, parts.gate, bus.watch, message -> 1));
        BusSettings queues = parts.settings.bus();
        routes.startFrom(
                NAME, NAME, Map.of("queue", queues.queue(NAME), "deadLetterQueue", queues.queue("deadletter")));
    }
}
