package org.millwright.ingest;

/**
 * One record of a source, still text.
 *
 * @param sheet name of the sheet; empty where the format has none
 * @param row line or row of the file, from 1
 * @param fields texts in the order of the contract's fields; null for an empty cell
 * @param problem why there is no record here; null where there is one
 */
public record RawRecord(String sheet, long row, String[] fields, String problem) {
    static RawRecord problem(String sheet, long row, String problem) {
        return new RawRecord(sheet, row, null, problem);
    }
}
