package org.millwright.stat.normalisation;

import org.millwright.stat.Reference;

/** Shortens the tests: the reference window is the column itself. */
final class Window {
    private Window() {}

    static double[] scores(Normalisation method, int direction, double... values) {
        return scores(method, direction, Reference.of(values), values);
    }

    static double[] scores(Normalisation method, int direction, Reference window, double... values) {
        return method.normalise(values, direction, method.estimate(window, direction));
    }
}
