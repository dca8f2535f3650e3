/**
 * Composite indices, from indicators to scores and what may be said of them.
 *
 * <ul>
 *   <li>In: {@link org.millwright.index.IndicatorPanel} and {@link org.millwright.index.UnitTable} make a panel, one row per
 *       unit and period.
 *   <li>On arrays: a {@code CrossSection} has the units of one period. {@code Preparation} brings its leaves to one scale
 *       ({@code Denomination}, {@code Screening}, {@code Filling}, then the treatment and normalisation of each leaf), and
 *       {@code NodeScores} goes up the tree. {@code Round} and {@code LeafFit} estimate {@code Parameters}; {@code
 *       CompositeModel} holds both together.
 *   <li>On Spark: {@code Estimation} sends the reference values of a node to one task, {@code Scoring} a period to one; {@link
 *       org.millwright.index.CompositeScores} is what others call.
 *   <li>Of the scores: {@code Diagnosis} and its parts judge the index, {@code Changes} and {@code ScoreChange} split its
 *       changes, and {@link org.millwright.index.CompositeRobustness} computes {@code Trials} of {@code Variation}s.
 * </ul>
 */
package org.millwright.index;
