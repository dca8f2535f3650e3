package org.millwright.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.millwright.contract.Format;

/** The rows of the chosen sheets of an Office Open XML workbook, streamed. */
final class XlsxLines implements LineSource {
    private final ReadableWorkbook workbook;
    private final Iterator<Sheet> sheets;
    private String sheet = "";
    private Stream<Row> open = Stream.empty();
    private Iterator<Row> rows = open.iterator();

    XlsxLines(Path file, Format.Xlsx format) throws IOException {
        WorkbookContainer.check(file);
        try {
            workbook = new ReadableWorkbook(file.toFile());
            sheets = chosen(workbook, format).iterator();
        } catch (RuntimeException damaged) {
            throw damaged(damaged, 0);
        }
    }

    private static List<Sheet> chosen(ReadableWorkbook workbook, Format.Xlsx format) throws IOException {
        if (format.sheets().isEmpty()) {
            return List.of(workbook.getFirstSheet());
        }
        Pattern wanted = Pattern.compile(format.sheets());
        List<Sheet> chosen = workbook.getSheets()
                .filter(sheet -> wanted.matcher(sheet.getName()).matches())
                .toList();
        if (chosen.isEmpty()) {
            String names =
                    String.join(", ", workbook.getSheets().map(Sheet::getName).toList());
            throw new UnreadableFile("no sheet is named like " + format.sheets() + "; there are " + names, 0, null);
        }
        return chosen;
    }

    @Override
    public Optional<SheetLine> next() throws IOException {
        try {
            while (!rows.hasNext()) {
                if (!sheets.hasNext()) {
                    return Optional.empty();
                }
                openNextSheet();
            }
            Row row = rows.next();
            return Optional.of(new SheetLine(sheet, row.getRowNum(), cells(row)));
        } catch (RuntimeException damaged) {
            throw damaged(damaged, 0);
        }
    }

    private void openNextSheet() throws IOException {
        open.close();
        Sheet next = sheets.next();
        sheet = next.getName();
        open = next.openStream();
        rows = open.iterator();
    }

    private static UnreadableFile damaged(RuntimeException cause, long row) {
        return new UnreadableFile("the workbook is damaged: " + cause.getMessage(), row, cause);
    }

    private static String[] cells(Row row) {
        String[] cells = new String[row.getCellCount()];
        for (int column = 0; column < cells.length; column++) {
            Cell cell = row.getCell(column);
            cells[column] = cell == null ? null : text(cell);
        }
        return cells;
    }

    /** A number keeps the digits that the file stores, not the ones that its format shows. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
    }

    @Override
    public void close() throws IOException {
        open.close();
        workbook.close();
    }
}
