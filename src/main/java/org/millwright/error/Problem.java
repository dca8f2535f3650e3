package org.millwright.error;

import java.util.Objects;

/**
 * One thing that is wrong, as a value: what, where, and what to do about it.
 *
 * @param code the kind, which names who must act
 * @param where file, and line or row where known; empty where the problem has no place
 * @param what what is wrong and why
 * @param remedy what to do
 */
public record Problem(ErrorCode code, String where, String what, String remedy) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(where);
        Objects.requireNonNull(what);
        Objects.requireNonNull(remedy);
    }

    /** One line for people: {@code where: what. remedy}. */
    public String text() {
        String place = where.isEmpty() ? "" : where + ": ";
        return place + what + ". " + remedy;
    }
}
