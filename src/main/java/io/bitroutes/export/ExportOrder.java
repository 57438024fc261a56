package io.bitroutes.export;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import java.util.List;
import java.util.Map;

/**
 * What is to be exported. Made by {@link ExportOrders}, which checks it.
 *
 * @param operation a list or a query
 * @param places the fields of its path, once for each place to read from: the licences of configuration items one after
 *     the other, a single empty one for everything else
 * @param query what is asked for, times filled in; ignored by a list
 * @param columns what stands in the file, from left to right
 * @param form the form of the file
 */
public record ExportOrder(
        Operation operation,
        List<Map<String, String>> places,
        Query query,
        List<ExportColumn> columns,
        ExportForm form) {
    public ExportOrder {
        places = List.copyOf(places);
        columns = List.copyOf(columns);
    }
}
