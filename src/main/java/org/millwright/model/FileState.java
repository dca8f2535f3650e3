package org.millwright.model;

import java.util.Locale;

/** How a file in landing stands to what the tables hold. */
public enum FileState {
    NEW("was not there before"),
    CHANGED("has other content than the file of this path before"),
    READ_AGAIN("is known, and read again since its contract changed"),
    KNOWN("is in the tables already"),
    SAME_CONTENT("has the content of a file of another name, which is read once"),
    INCOMPLETE("waits for its end marker, and is left for the next run"),
    REMOVED("is no longer in landing; its figures stay");

    private final String meaning;

    FileState(String meaning) {
        this.meaning = meaning;
    }

    /** What is to be said of a file in this state, after its name. */
    public String meaning() {
        return meaning;
    }

    /** The state as records write it: {@code read-again}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of this text. */
    public static FileState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether files in this state are in landing, and complete. */
    public boolean isThere() {
        return this != INCOMPLETE && this != REMOVED;
    }

    /** Whether a run reads files in this state. */
    public boolean isRead() {
        return this == NEW || this == CHANGED || this == READ_AGAIN;
    }
}
