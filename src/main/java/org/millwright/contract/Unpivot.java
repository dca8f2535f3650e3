package org.millwright.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns a wide table into records: every cell of every matching column becomes one record.
 *
 * @param keys spreadsheet letter of a key column to the name its field gets, where the header is blank or changes
 * @param columns what the text of the last header row must match for a column to hold data
 * @param headers one field name for each header row; the field takes the header text above the cell
 */
public record Unpivot(Map<String, String> keys, Pattern columns, List<String> headers) implements Serializable {
    /** The table is not wide: every row is a record already. */
    public static final Unpivot NONE = new Unpivot(Map.of(), Pattern.compile(""), List.of());

    /** The field that takes the text of the cell. */
    public static final String VALUE = "value";

    public boolean isNone() {
        return headers.isEmpty();
    }
}
