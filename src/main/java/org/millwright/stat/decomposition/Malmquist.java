package org.millwright.stat.decomposition;

/**
 * Malmquist index of total factor productivity of a unit between two periods, and what it is made of.
 *
 * <p>With D_s(t) the distance of the unit in period t from the best practice of period s:
 *
 * <ul>
 *   <li>efficiency change = D_1(1) / D_0(0): the unit came nearer to best practice;
 *   <li>technical change = sqrt( D_0(1) / D_1(1) x D_0(0) / D_1(0) ): best practice itself moved on, where the unit is;
 *   <li>index = efficiency change x technical change = sqrt( D_0(1) / D_0(0) x D_1(1) / D_1(0) ).
 * </ul>
 *
 * Each is a ratio: above 1 is better. Constant returns to scale, output-oriented, the geometric mean of both periods as bases.
 * Best practice is that of the units compared: with few of them most stand on it, and with one alone efficiency never changes.
 * The units of outputs and inputs do not matter. Defined for positive outputs and inputs only.
 *
 * <p>The index of a span of years is taken as the product of those of its years; it is not the index of its two ends.
 *
 * <p>Reference: Caves, Christensen and Diewert (1982), Econometrica 50; Färe, Grosskopf, Norris and Zhang (1994),
 * Productivity growth, technical progress, and efficiency change in industrialized countries, American Economic Review 84.
 *
 * @param efficiencyChange above 0
 * @param technicalChange above 0
 */
public record Malmquist(double efficiencyChange, double technicalChange) {

    /** The index of every unit; both periods have the same units in the same order. */
    public static Malmquist[] of(Production from, Production to) {
        if (from.size() != to.size()) {
            throw new IllegalArgumentException("both periods need the same units");
        }
        Frontier before = new Frontier(from);
        Frontier after = new Frontier(to);
        Malmquist[] indices = new Malmquist[from.size()];
        for (int u = 0; u < indices.length; u++) {
            double own0 = before.distance(from, u);
            double own1 = after.distance(to, u);
            double technical = before.distance(to, u) / own1 * (own0 / after.distance(from, u));
            indices[u] = new Malmquist(own1 / own0, Math.sqrt(technical));
        }
        return indices;
    }

    public double index() {
        return efficiencyChange * technicalChange;
    }
}
