package io.bitroutes.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants exported, in their own words; {@link ExportOrders} makes an order of it.
 *
 * @param operation the id of a list or a query
 * @param licences for configuration items, in the order of the file
 * @param licenceFile more of them, one a line
 * @param query conditions, and perhaps sorts, for queries; without one, everything is asked for
 * @param sorts the order, for queries: an array of {@code {"name": …}}; not both here and in the query
 * @param columns fields by name or alias, each as {@code field} or {@code field=title}; none = all
 * @param form the form of the file
 */
public record ExportRequest(
        String operation,
        List<String> licences,
        Optional<Path> licenceFile,
        Optional<QueryText> query,
        Optional<QueryText> sorts,
        List<String> columns,
        ExportForm form) {
    public ExportRequest {
        licences = List.copyOf(licences);
        columns = List.copyOf(columns);
    }

    /** All that there is of it, uncompressed and in UTF-8. */
    public static ExportRequest of(String operation, ExportFormat format) {
        return new ExportRequest(
                operation,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ExportForm.of(format));
    }

    /** The same for these licences. */
    public ExportRequest withLicences(List<String> some) {
        return new ExportRequest(operation, some, licenceFile, query, sorts, columns, form);
    }

    /** The same with the licences of a file as well. */
    public ExportRequest withLicenceFile(Optional<Path> file) {
        return new ExportRequest(operation, licences, file, query, sorts, columns, form);
    }

    /** The same for what a query asks for. */
    public ExportRequest withQuery(Optional<QueryText> text) {
        return new ExportRequest(operation, licences, licenceFile, text, sorts, columns, form);
    }

    /** The same in an order. */
    public ExportRequest withSorts(Optional<QueryText> text) {
        return new ExportRequest(operation, licences, licenceFile, query, text, columns, form);
    }

    /** The same with these columns. */
    public ExportRequest withColumns(List<String> some) {
        return new ExportRequest(operation, licences, licenceFile, query, sorts, some, form);
    }

    /** The same in another form. */
    public ExportRequest withForm(ExportForm other) {
        return new ExportRequest(operation, licences, licenceFile, query, sorts, columns, other);
    }
}
