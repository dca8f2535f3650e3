package org.millwright.contract;

/** Where the date of a release of data comes from. */
public sealed interface Vintage {
    /** The day the file was last changed. */
    record FileModified() implements Vintage {}

    /** The first group of a pattern found in the file's name, an ISO 8601 date: 2024-01-10 or 20240110. */
    record FileName(String pattern) implements Vintage {}

    /** A field of every record, an ISO 8601 date. */
    record Field(String name) implements Vintage {}

    /** A date stated in the contract. */
    record Fixed(String date) implements Vintage {}
}
