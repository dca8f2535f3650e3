package org.millwright.model;

/** What follows when a rule fails. */
public enum Severity {
    /** Nothing is published. */
    ERROR,
    /** It is reported. */
    WARNING
}
