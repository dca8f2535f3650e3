package org.millwright.error;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while reading, so that all of them are reported at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(ErrorCode code, String where, String what, String remedy) {
        found.add(new Problem(code, where, what, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** Throws all problems found so far, if there are any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MillwrightException(found);
        }
    }
}
