package org.millwright.contract;

import java.io.Serializable;

/** The file format of a source, and where in the file its table starts. */
public sealed interface Format extends Serializable {
    /** The first row of the header, counted from 1. */
    int headerRow();

    /** How many rows the header has. */
    int headerRows();

    /** Delimited text, RFC 4180 with any delimiter; a byte order mark and CRLF are understood. */
    record Csv(int headerRow, int headerRows, int skipAfterHeader, char delimiter, String encoding, char decimal)
            implements Format {}

    /** SDMX-CSV 1.0 and 2.0: RFC 4180 in UTF-8, one row an observation, a key column for each dimension. */
    record SdmxCsv() implements Format {
        @Override
        public int headerRow() {
            return 1;
        }

        @Override
        public int headerRows() {
            return 1;
        }
    }

    /** An Office Open XML workbook; {@code sheets} matches the names of the sheets to read, empty reads the first. */
    record Xlsx(int headerRow, int headerRows, int skipAfterHeader, String sheets) implements Format {}

    /** Apache Parquet; the columns of the file are the fields. */
    record Parquet() implements Format {
        @Override
        public int headerRow() {
            return 0;
        }

        @Override
        public int headerRows() {
            return 0;
        }
    }
}
