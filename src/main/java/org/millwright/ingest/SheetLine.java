package org.millwright.ingest;

/**
 * One line of a table as it stands in the file.
 *
 * @param sheet name of the sheet; empty where the format has none
 * @param number line or row, counted from 1 as the reader's editor or spreadsheet does
 * @param cells texts; null for an empty cell
 */
public record SheetLine(String sheet, long number, String[] cells) {}
