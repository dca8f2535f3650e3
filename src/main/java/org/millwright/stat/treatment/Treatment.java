package org.millwright.stat.treatment;

import java.util.Map;
import org.millwright.stat.Method;
import org.millwright.stat.Reference;

/**
 * Draws in the outliers of an indicator, so that a few extreme values do not decide its scale.
 *
 * <p>Whether and how is decided once, on the reference window; the decision is a set of parameters and is applied to
 * every period alike. A treated value keeps its order among the others. What was not done is not among the parameters,
 * and a series that cannot be treated is left alone: {@code constant} marks one whose values are all equal,
 * {@code undefined} one on which the transformation is not defined.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 4; European Commission, Your 10-Step Pocket Guide to Composite
 * Indicators (2019).
 */
public sealed interface Treatment extends Method permits NoTreatment, Winsorise, Log, BoxCox {

    /** The decision for one indicator, by name and in its own unit. */
    Map<String, Double> estimate(Reference reference);

    /**
     * The treated value; NaN stays NaN.
     *
     * @param value of any period, also outside of the range of the reference window
     */
    double treat(double value, Map<String, Double> parameters);
}
