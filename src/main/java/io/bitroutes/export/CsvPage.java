package io.bitroutes.export;

import java.io.IOException;
import java.util.List;

/**
 * A page on its way through camel-csv.
 *
 * @param titles what stands above it; none = nothing
 */
record CsvPage(List<String> titles, Page page) {
    void write(CsvText csv) throws IOException {
        if (!titles.isEmpty()) {
            for (String title : titles) {
                csv.cell(title);
            }
            csv.endRow();
        }
        for (int index = 0; index < page.fresh().count(); index++) {
            page.form().write(page.fresh().cells(), page.fresh().row(index), csv);
        }
    }
}
