package org.millwright.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.millwright.pipeline.Progress;

/** Shows progress on standard error: a bar that redraws itself on a terminal, a plain line for each stage elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final Instant start = Instant.now();

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void stage(String name, int done, int total) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        if (terminal) {
            int filled = WIDTH * done / total;
            String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
            out.printf(Locale.ROOT, "\r\033[K[%s] %d/%d %s", bar, done, total, name);
            out.flush();
        } else {
            out.printf(Locale.ROOT, "%6.1f s  %d/%d %s%n", seconds, done, total, name);
        }
    }

    @Override
    public void note(String line) {
        end();
        out.println("note: " + line);
    }

    @Override
    public void end() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
