package io.bitroutes.cli;

import java.io.Console;
import java.util.Optional;

/** Whether somebody looks at what is printed while it is printed. */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .isPresent();
    }

    /** From Java 22 on there may be a console where there is no terminal; from then on it can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a console does not say whether it is a terminal", e);
        }
    }
}
