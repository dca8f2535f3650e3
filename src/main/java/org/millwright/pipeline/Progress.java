package org.millwright.pipeline;

/** Is told how far a run is. */
public interface Progress {
    /** A stage begins; {@code done} of {@code total} stages are behind. */
    void stage(String name, int done, int total);

    /** Something that does not change how the run ends, and that somebody should know; one line. */
    void note(String line);

    /** All stages are done, or the run ended early. */
    void end();
}
