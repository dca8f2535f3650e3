package org.millwright.error;

import java.util.List;
import java.util.stream.Collectors;

/** Ends the work at hand with one or more problems, all that were found. */
public final class MillwrightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public MillwrightException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public MillwrightException(Problem problem) {
        this(List.of(problem));
    }

    public MillwrightException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The exit code of the gravest problem: a wrong setting comes before bad data, bad data before a retry. */
    public int exitCode() {
        return problems.stream()
                .map(problem -> problem.code().owner())
                .max((a, b) -> Integer.compare(gravity(a), gravity(b)))
                .orElse(Owner.INTERNAL)
                .exitCode();
    }

    private static int gravity(Owner owner) {
        return switch (owner) {
            case PLATFORM -> 0;
            case USAGE -> 1;
            case INPUT -> 2;
            case CONFIG -> 3;
            case INTERNAL -> 4;
            case SIGNAL -> 5;
        };
    }
}
