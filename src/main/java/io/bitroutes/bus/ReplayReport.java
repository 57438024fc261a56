package io.bitroutes.bus;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the dead letters that were there.
 *
 * @param moved how many went back to each queue
 * @param left how many were not chosen
 * @param homeless how many were chosen and stay, as they do not say which queue they came from
 */
public record ReplayReport(Map<String, Integer> moved, int left, int homeless) {
    public ReplayReport {
        moved = new TreeMap<>(moved);
    }
}
