package io.bitroutes.export;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of a row as the map that camel-csv wants: a list it would try to convert into one, cell by cell in vain. */
final class CsvRow extends AbstractMap<Integer, String> {
    private final List<String> cells;

    CsvRow(List<String> cells) {
        this.cells = cells;
    }

    @Override
    public List<String> values() {
        return cells;
    }

    @Override
    public Set<Map.Entry<Integer, String>> entrySet() {
        Map<Integer, String> byPlace = new LinkedHashMap<>();
        cells.forEach(cell -> byPlace.put(byPlace.size(), cell));
        return Collections.unmodifiableSet(byPlace.entrySet());
    }
}
