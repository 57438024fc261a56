package io.bitroutes.config;

import java.util.List;

/** A configuration that cannot be used. The message holds all problems, a line each, in the readers' language. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, each naming key, value, where it came from and what was expected; never empty. */
    public List<String> problems() {
        return problems;
    }
}
