package org.millwright.stat.normalisation;

/** What options of a normalisation must fulfil. */
final class Require {
    private Require() {}

    static void ascending(double lower, double upper, String otherwise) {
        if (!(lower < upper && Double.isFinite(lower) && Double.isFinite(upper))) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void positiveScale(double scale) {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("scale is not a number above zero");
        }
    }
}
