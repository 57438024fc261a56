package io.bitroutes.record;

import io.bitroutes.api.Field;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the columns of a CSV file hold.
 *
 * @param width the number of columns
 * @param columns the columns that are sent, in the catalogue's order
 * @param unnamed the positions of columns without a name, which must stay empty
 * @param source the position of the column that tells inherited items, if there is one
 */
record Header(int width, List<Column> columns, List<Integer> unnamed, OptionalInt source) {

    /** A column that is sent, and its position from 0. */
    record Column(Field field, int position) {}
}
