package org.millwright.stat;

/** Which rank equal values share, of those that they would take one after another. */
public enum Ties {
    /** The smallest of them. */
    MIN,
    /** Their mean. */
    AVERAGE
}
