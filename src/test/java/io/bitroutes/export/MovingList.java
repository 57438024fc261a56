package io.bitroutes.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A list that keeps its order, and changes before a page is read when it is told to. */
final class MovingList implements PageSource {
    final List<String> names = new ArrayList<>();
    private final int limit;
    private IntConsumer beforePage = page -> {};
    private int pages;

    MovingList(int limit, int size) {
        this.limit = limit;
        IntStream.range(0, size).forEach(number -> names.add("n" + number));
    }

    /** What happens before each page, which are counted from 1. */
    MovingList changing(IntConsumer change) {
        beforePage = change;
        return this;
    }

    @Override
    public Cells read(long offset, long then) {
        beforePage.accept(++pages);
        return from(offset);
    }

    Cells from(long offset) {
        return page(
                names.stream().skip(offset).limit(limit).map(MovingList::item).toList());
    }

    static Cells page(List<String> items) {
        try {
            return AnsweredPage.of(List.of("name"), items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String describe(long offset) {
        return "the list from " + offset;
    }

    private static String item(String name) {
        return "{\"name\": \"" + name + "\"}";
    }
}
