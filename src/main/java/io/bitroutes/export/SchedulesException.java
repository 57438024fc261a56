package io.bitroutes.export;

import java.util.List;

/** What is wrong with the schedules of exports: each with file, id and parameter, for people, in their language. */
public final class SchedulesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SchedulesException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** All of it. */
    public List<String> problems() {
        return problems;
    }
}
