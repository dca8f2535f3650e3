package org.millwright.demo;

import java.nio.file.Path;
import java.util.List;

/** Placeholder until the demonstration arrives. */
public final class Demonstration {
    private Demonstration() {}

    public static List<Path> write(Path output, long seed, String size) {
        throw new UnsupportedOperationException("not there yet");
    }

    public static Path bundled(long seed) {
        throw new UnsupportedOperationException("not there yet");
    }
}
