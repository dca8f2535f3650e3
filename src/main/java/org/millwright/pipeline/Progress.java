package org.millwright.pipeline;

/** Is told how far a run is. */
public interface Progress {
    /** A stage begins; {@code done} of {@code total} stages are behind. */
    void stage(String name, int done, int total);

    /** All stages are done, or the run ended early. */
    void end();
}
