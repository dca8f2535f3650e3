package org.millwright.structure;

import java.io.Serializable;

/**
 * Two series of an area whose figures are decomposed together.
 *
 * @param quantity what changes
 * @param priceBasis of the one of them that is value added
 */
record Ratio(String quantity, Series numerator, Series denominator, String priceBasis) implements Serializable {}
