package org.millwright.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.millwright.contract.Format;
import org.millwright.contract.Unpivot;

/**
 * Turns the lines of one sheet into records: finds the header, places the contract's fields, and unpivots wide tables.
 *
 * <p>Lines above the header are titles; blank lines are passed over. If a field is missing from the header, one problem
 * names all that are, and no record of the sheet is delivered.
 */
final class TableLayout {
    private static final Pattern SDMX_LABEL = Pattern.compile(": .*");

    private static final String ACTION = "ACTION";

    private final TableShape shape;
    private final Queue<RawRecord> records;
    private final List<String[]> header = new ArrayList<>();
    private final int firstData;
    private int[] fieldColumns;
    private int[] dataColumns = new int[0];
    private int actionColumn = -1;
    private boolean labelled;
    private boolean broken;
    private long rows;

    TableLayout(TableShape shape, Queue<RawRecord> records) {
        this.shape = shape;
        this.records = records;
        Format format = shape.format();
        int skip = format instanceof Format.Csv csv
                ? csv.skipAfterHeader()
                : format instanceof Format.Xlsx xlsx ? xlsx.skipAfterHeader() : 0;
        this.firstData = format.headerRow() + format.headerRows() + skip;
    }

    /** Takes the next line of the sheet. */
    void accept(SheetLine line) {
        Format format = shape.format();
        // A cell of a text file may hold line breaks, so that its rows are not its lines; a workbook leaves out blank
        // rows.
        rows = format instanceof Format.Xlsx ? line.number() : rows + 1;
        if (rows < format.headerRow() || broken) {
            return;
        }
        if (rows < format.headerRow() + format.headerRows()) {
            header.add(line.cells());
            return;
        }
        if (fieldColumns == null) {
            placeFields(line.sheet());
        }
        if (!broken && rows >= firstData && !isBlank(line.cells())) {
            deliver(line);
        }
    }

    /** Ends the sheet: a sheet that never showed its header is a problem, not an empty table. */
    void end(String sheet) {
        if (fieldColumns == null && !broken) {
            placeFields(sheet);
        }
    }

    private void placeFields(String sheet) {
        String[] lastRow = header.isEmpty() ? new String[0] : header.get(header.size() - 1);
        Map<String, Integer> columns = columns(lastRow);
        Unpivot unpivot = shape.unpivot();
        unpivot.keys().forEach((letter, field) -> columns.put(field, columnOf(letter)));
        List<String> missing = new ArrayList<>();
        fieldColumns = shape.fields().stream()
                .mapToInt(field -> place(field, columns, missing))
                .toArray();
        if (!unpivot.isNone()) {
            dataColumns = dataColumns(lastRow, unpivot);
            if (dataColumns.length == 0) {
                missing.add("any column like " + unpivot.columns());
            }
        }
        if (!missing.isEmpty()) {
            broken = true;
            records.add(RawRecord.problem(sheet, shape.format().headerRow(), missing(missing, columns)));
        }
    }

    /** Name of each column to its place; of several of one name, the first. */
    private Map<String, Integer> columns(String[] lastRow) {
        boolean sdmx = shape.format() instanceof Format.SdmxCsv;
        Map<String, Integer> columns = new TreeMap<>();
        for (int column = lastRow.length - 1; column >= 0; column--) {
            if (lastRow[column] != null) {
                String name = lastRow[column].strip();
                labelled |= sdmx && SDMX_LABEL.matcher(name).find();
                columns.put(sdmx ? withoutLabel(name) : name, column);
            }
        }
        actionColumn = sdmx ? columns.getOrDefault(ACTION, -1) : -1;
        return columns;
    }

    /** {@code A: Annual} is the code A with its label. */
    private static String withoutLabel(String text) {
        return SDMX_LABEL.matcher(text).replaceFirst("");
    }

    private String missing(List<String> missing, Map<String, Integer> columns) {
        int headerRow = shape.format().headerRow();
        if (rows < headerRow) {
            return "the table " + (rows == 0 ? "is empty" : "ends in row " + rows) + "; it lacks the header in row "
                    + headerRow;
        }
        String found = columns.size() > 12
                ? columns.size() + " columns: "
                        + String.join(", ", columns.keySet().stream().limit(12).toList()) + " ..."
                : columns.isEmpty() ? "nothing" : String.join(", ", columns.keySet());
        char delimiter = shape.format() instanceof Format.Csv csv ? csv.delimiter() : ',';
        boolean text = shape.format() instanceof Format.Csv || shape.format() instanceof Format.SdmxCsv;
        String hint = columns.size() == 1 && text ? "; is the delimiter really '" + delimiter + "'?" : "";
        return "the header lacks " + String.join(", ", missing) + "; it holds " + found + hint;
    }

    private int place(String field, Map<String, Integer> columns, List<String> missing) {
        if (isOfCell(field)) {
            return -1;
        }
        Integer column = columns.get(field);
        if (column == null) {
            missing.add("'" + field + "'");
            return -1;
        }
        return column;
    }

    /** Whether a field comes from the single cell of an unpivoted table, and not from its row. */
    private boolean isOfCell(String field) {
        Unpivot unpivot = shape.unpivot();
        return !unpivot.isNone()
                && (field.equals(Unpivot.VALUE) || unpivot.headers().contains(field));
    }

    private static int[] dataColumns(String[] lastRow, Unpivot unpivot) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < lastRow.length; column++) {
            if (lastRow[column] != null
                    && unpivot.columns().matcher(lastRow[column].strip()).matches()) {
                columns.add(column);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    private void deliver(SheetLine line) {
        String action = actionColumn < 0 ? null : cell(line.cells(), actionColumn);
        if (action != null && withoutLabel(action).matches("D|Delete")) {
            String reason =
                    "the row deletes a figure (ACTION " + action + "); only a file that states figures can be read";
            records.add(RawRecord.problem(line.sheet(), line.number(), reason));
            return;
        }
        if (shape.unpivot().isNone()) {
            records.add(new RawRecord(line.sheet(), line.number(), fields(line.cells(), -1), null));
        }
        for (int column : dataColumns) {
            records.add(new RawRecord(line.sheet(), line.number(), fields(line.cells(), column), null));
        }
    }

    private String[] fields(String[] cells, int dataColumn) {
        String[] fields = new String[fieldColumns.length];
        for (int i = 0; i < fields.length; i++) {
            String text = fieldColumns[i] >= 0
                    ? cell(cells, fieldColumns[i])
                    : ofCell(shape.fields().get(i), cells, dataColumn);
            fields[i] = labelled && text != null ? withoutLabel(text) : text;
        }
        return fields;
    }

    private String ofCell(String field, String[] cells, int dataColumn) {
        int headerRow = shape.unpivot().headers().indexOf(field);
        return headerRow < 0 ? cell(cells, dataColumn) : cell(header.get(headerRow), dataColumn);
    }

    private static String cell(String[] cells, int column) {
        String text = column < cells.length ? cells[column] : null;
        return text == null ? null : text.strip();
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (cell != null && !cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The column of a spreadsheet letter: A is 0, AA is 26. */
    static int columnOf(String letter) {
        int column = 0;
        for (char c : letter.toCharArray()) {
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }
}
